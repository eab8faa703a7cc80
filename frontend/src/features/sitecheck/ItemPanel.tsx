import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Radio, Select } from 'antd';
import type { Shape } from '@/api/types';
import { Panel } from '@/components/Panel';
import styles from './Check.module.css';
import type { claimsOf } from './claims';
import type { Line } from './draft';
import { findings } from './labels';
import { Photos } from './Photos';

interface Props {
  item: { code: string; name: string };
  lines: Line[];
  claims: ReturnType<typeof claimsOf>;
  saved: Shape<'SiteFinding'>[];
  photos: Shape<'SitePhoto'>[];
  onLines: (lines: Line[]) => void;
  onPhoto: (file: File, tell: (percent: number) => void) => Promise<unknown>;
  onDrop: (photo: Shape<'SitePhoto'>) => Promise<void>;
  batchId: string | undefined;
}

/** One thing to look at: each claim held against the ground, what was found, and the photos. */
export function ItemPanel({ item, lines, claims, saved, photos, onLines, onPhoto, onDrop, batchId }: Props) {
  const own = lines.map((line, at) => ({ line, at })).filter(({ line }) => line.item === item.code);
  const change = (at: number, to: Partial<Line>) => onLines(lines.map((l, i) => (i === at ? { ...l, ...to } : l)));
  const add = () => onLines([...lines, { item: item.code, place: '', finding: '', note: '' }]);
  return (
    <Panel title={item.name}>
      {own.map(({ line, at }, i) => {
        const name = `${item.name}第 ${i + 1} 条`;
        const claimed = saved.find((s) => s.place === line.place)?.claimed;
        return (
          <fieldset key={at} className={styles.line}>
            <legend className="spoken">{name}</legend>
            <Select
              aria-label={`${name}：对照的申报内容`}
              className={styles.claim}
              placeholder="对照申报书中的哪一处（可输入村名、项目名查找）"
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              value={line.place || undefined}
              options={claims}
              labelRender={({ label, value }) => label ?? claimed ?? value}
              onChange={(place?: string) => change(at, { place: place ?? '' })}
            />
            <Radio.Group
              aria-label={`${name}：核查结果`}
              optionType="button"
              buttonStyle="solid"
              options={findings}
              value={line.finding || undefined}
              onChange={(e) => change(at, { finding: e.target.value })}
            />
            {own.length > 1 && (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`删除${name}`}
                onClick={() => onLines(lines.filter((_, k) => k !== at))}
              />
            )}
            <Input.TextArea
              aria-label={`${name}：情况`}
              className={styles.note}
              placeholder={
                line.finding === 'TRUE' || line.finding === ''
                  ? '情况（可不填）'
                  : '不符或无法核实的，写明情况和实际数字'
              }
              status={line.finding !== '' && line.finding !== 'TRUE' && line.note.trim() === '' ? 'warning' : ''}
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={500}
              value={line.note}
              onChange={(e) => change(at, { note: e.target.value })}
            />
          </fieldset>
        );
      })}
      <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
        {own.length === 0 ? '填写' : '再对照一处'}
      </Button>
      <Photos item={item.name} photos={photos} onAdd={onPhoto} onDrop={onDrop} batchId={batchId} />
    </Panel>
  );
}
