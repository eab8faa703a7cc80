import { Checkbox, Input } from 'antd';
import { useRegions } from '@/api/regions';
import { BatchPicker } from '@/components/BatchPicker';
import { FilterBar } from '@/components/FilterBar';
import { Picker } from '@/components/Picker';
import type { ListParams } from '@/lib/listParams';
import { choices } from '@/lib/words';
import { choicesFrom, ruleWords, stateWords } from './labels';

interface Props {
  params: ListParams;
  /** One county's own list has no use for other places. */
  ownCounty: boolean;
}

/** What the list is narrowed by; all of it stands in the address. */
export function Filters({ params, ownCounty }: Props) {
  const regions = useRegions().data?.items ?? [];
  const city = params.get('city');
  const counties = regions.filter((r) => r.level === 'COUNTY' && (city === undefined || r.parent === city));
  return (
    <FilterBar>
      <Input.Search
        aria-label="查找推进区、县、编号"
        placeholder="推进区、县、编号"
        allowClear
        maxLength={100}
        defaultValue={params.q}
        onSearch={(q) => params.set({ q })}
        style={{ width: 220 }}
      />
      <BatchPicker all value={params.get('batch')} onChange={(batch) => params.set({ batch })} />
      {!ownCounty && (
        <>
          <Picker
            label="市"
            width={130}
            clear
            value={city}
            onChange={(code) => params.set({ city: code, county: undefined })}
            options={regions.filter((r) => r.level === 'CITY').map((r) => ({ value: r.code, label: r.name }))}
          />
          <Picker
            label="县（市、区）"
            width={150}
            clear
            value={params.get('county')}
            onChange={(county) => params.set({ county })}
            options={counties.map((r) => ({ value: r.code, label: r.name }))}
          />
        </>
      )}
      <Picker
        label="状态"
        width={140}
        clear
        value={params.get('state')}
        onChange={(state) => params.set({ state })}
        options={choicesFrom<string>(stateWords)}
      />
      <Picker
        label="通道"
        width={110}
        clear
        value={params.get('channel')}
        onChange={(channel) => params.set({ channel })}
        options={choices('channel')}
      />
      <Picker
        label="未通过的规则"
        width={170}
        clear
        value={params.get('rule')}
        onChange={(rule) => params.set({ rule })}
        options={choicesFrom(ruleWords, true)}
      />
      <Checkbox
        checked={params.get('unconfirmed') === '1'}
        onChange={(e) => params.set({ unconfirmed: e.target.checked ? '1' : undefined })}
      >
        只看有未确认的
      </Checkbox>
    </FilterBar>
  );
}
