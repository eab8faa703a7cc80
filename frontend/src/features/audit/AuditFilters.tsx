import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { FilterBar } from '@/components/FilterBar';
import { Picker } from '@/components/Picker';
import { useListParams } from '@/lib/listParams';
import { useAuditWords } from './queries';

/** What the list is narrowed by: sort of stream, act, person, words, days. */
export function AuditFilters() {
  const params = useListParams();
  const words = useAuditWords();
  const kinds = words.data?.items ?? [];
  const kind = params.get('kind');
  const within = kinds.filter((k) => kind === undefined || k.code === kind);
  // The same act may stand in several sorts of streams: it is one choice, named by the first.
  const acts = new Map(within.flatMap((k) => k.actions).map((a) => [a.action, a.label]));
  return (
    <FilterBar>
      <Picker
        label="种类"
        clear
        width={110}
        value={kind}
        onChange={(v) => params.set({ kind: v, action: undefined })}
        options={kinds.map((k) => ({ value: k.code, label: k.label }))}
      />
      <Picker
        label="事项"
        clear
        width={170}
        value={params.get('action')}
        onChange={(action) => params.set({ action })}
        options={[...acts].map(([value, label]) => ({ value, label }))}
      />
      <DatePicker.RangePicker
        aria-label="时间"
        style={{ width: 250 }}
        placeholder={['起始日期', '截止日期']}
        allowEmpty={[true, true]}
        value={[day(params.get('from')), day(params.get('to'))]}
        onChange={(days) => params.set({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
      />
      <Input.Search
        key={`person ${params.get('person')}`}
        aria-label="办理人"
        placeholder="办理人或账号"
        allowClear
        defaultValue={params.get('person')}
        onSearch={(person) => params.set({ person })}
        style={{ width: 200 }}
      />
      <Input.Search
        key={`text ${params.q}`}
        aria-label="在对象、事由中查找"
        placeholder="对象、事由"
        allowClear
        defaultValue={params.q}
        onSearch={(q) => params.set({ q })}
        style={{ width: 200 }}
      />
    </FilterBar>
  );
}

function day(text: string | undefined) {
  return text ? dayjs(text) : null;
}
