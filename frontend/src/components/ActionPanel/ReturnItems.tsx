import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { Shape } from '@/api/types';
import { fieldWords } from '../proposal/fields';
import styles from './ActionPanel.module.css';
import { returnableSections, rowsOf } from './returnable';

type Item = Shape<'ReturnItem'>;

interface Props {
  items: Item[];
  document: Shape<'ProposalDocument'> | undefined;
  onChange: (items: Item[]) => void;
}

/** 退回单: section, row and fields that may be mended, each with what is wrong. What is not listed stays frozen. */
export function ReturnItems({ items, document, onChange }: Props) {
  const change = (at: number, to: Partial<Item>) =>
    onChange(items.map((item, i) => (i === at ? { ...item, ...to } : item)));
  return (
    <fieldset className={styles.items}>
      <legend>须补正的内容（只有列出的可以改动，其余冻结）</legend>
      {items.map((item, i) => {
        const rows = rowsOf(item.section, document);
        const fields = Object.entries(fieldWords[item.section] ?? {});
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no other name and are only appended or removed whole.
          <div key={i} className={styles.item}>
            <Select
              aria-label={`第 ${i + 1} 项：栏目`}
              placeholder="栏目"
              value={item.section || undefined}
              options={returnableSections}
              onChange={(section: string) => change(i, { section, row: '', fields: [] })}
            />
            <Select
              aria-label={`第 ${i + 1} 项：行`}
              placeholder={rows.length > 0 ? '整栏' : '—'}
              disabled={rows.length === 0}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={item.row || undefined}
              options={rows}
              onChange={(row: string | undefined) => change(i, { row: row ?? '' })}
            />
            <Select
              aria-label={`第 ${i + 1} 项：字段`}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={fields.length > 0 ? '全部字段' : '—'}
              disabled={fields.length === 0}
              value={item.fields ?? []}
              options={fields.map(([value, label]) => ({ value, label }))}
              onChange={(chosen: string[]) => change(i, { fields: chosen })}
            />
            <Input
              aria-label={`第 ${i + 1} 项：说明`}
              placeholder="错在哪里、如何改"
              maxLength={500}
              value={item.note ?? ''}
              onChange={(e) => change(i, { note: e.target.value })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`删除第 ${i + 1} 项`}
              onClick={() => onChange(items.filter((_, at) => at !== i))}
            />
          </div>
        );
      })}
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange([...items, { section: '', row: '', fields: [], note: '' }])}
      >
        加一项
      </Button>
    </fieldset>
  );
}
