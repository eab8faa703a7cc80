import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Sections } from '@/api/draft';
import { Empty } from '@/components/Empty';
import type { Lock } from '../draft/lock';
import styles from '../fields/Field.module.css';
import { FlagField } from '../fields/FlagField';
import { NumberField } from '../fields/NumberField';
import { TextField } from '../fields/TextField';
import own from './Sections.module.css';

type Industry = Sections['industries'][number];

interface Props {
  value: Industry[];
  lock: Lock;
  onChange: (value: Industry[], field: string) => void;
}

const blank: Industry = { name: '', chain: '', inCountyIndustryPlan: false, planReference: '', annualOutputWan: 0 };

/** ③ 产业: each leading industry with what in the county's plan it rests on. */
export function IndustriesSection({ value, lock, onChange }: Props) {
  const put = (i: number, to: Partial<Industry>, field: string) =>
    onChange(
      value.map((v, at) => (at === i ? { ...v, ...to } : v)),
      `${i}.${field}`,
    );
  const mayAdd = lock('industries') === null;
  return (
    <div data-pointer="/zone/industries" className={own.stack}>
      {value.length === 0 && <Empty what="还没有填写主导产业" next="按通知，主导产业 1 至 2 个" />}
      {value.map((industry, i) => {
        const at = (field: keyof Industry) => lock('industries', industry.name, field);
        const pointer = (field: keyof Industry) => `/zone/industries/${i}/${field}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an industry's name is being typed, its place is what stays.
          <fieldset key={i} className={own.card} data-pointer={`/zone/industries/${i}`}>
            <legend>产业 {i + 1}</legend>
            <div className={styles.grid}>
              <TextField
                pointer={pointer('name')}
                label="产业名称"
                lock={at('name')}
                value={industry.name}
                onChange={(name) => put(i, { name }, 'name')}
              />
              <FlagField
                pointer={pointer('inCountyIndustryPlan')}
                label="列入县级产业振兴规划"
                lock={at('inCountyIndustryPlan')}
                value={industry.inCountyIndustryPlan}
                onChange={(inCountyIndustryPlan) => put(i, { inCountyIndustryPlan }, 'inCountyIndustryPlan')}
              />
              <NumberField
                kind="money"
                pointer={pointer('annualOutputWan')}
                label="年产值"
                unit="万元"
                lock={at('annualOutputWan')}
                value={industry.annualOutputWan}
                onChange={(annualOutputWan) => put(i, { annualOutputWan }, 'annualOutputWan')}
              />
              <TextField
                wide
                pointer={pointer('chain')}
                label="产业链条"
                lock={at('chain')}
                value={industry.chain}
                onChange={(chain) => put(i, { chain }, 'chain')}
              />
              <TextField
                wide
                pointer={pointer('planReference')}
                label="规划依据"
                hint="规划名称、文号和条目"
                lock={at('planReference')}
                value={industry.planReference}
                onChange={(planReference) => put(i, { planReference }, 'planReference')}
              />
            </div>
            {lock('industries', industry.name) === null && (
              <Button
                type="text"
                danger
                icon={<DeleteOutlined aria-hidden />}
                onClick={() =>
                  onChange(
                    value.filter((_, at) => at !== i),
                    '',
                  )
                }
              >
                删除这个产业
              </Button>
            )}
          </fieldset>
        );
      })}
      {mayAdd && (
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...value, blank], '')}>
          加一个产业
        </Button>
      )}
    </div>
  );
}
