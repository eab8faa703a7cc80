import { Button, Descriptions } from 'antd';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { wan } from '@/lib/money';
import { showDate } from '@/lib/time';
import { type Draft, type Row, totalOf } from './draft';
import styles from './Funds.module.css';
import { kindLabels, levelLabels } from './labels';

interface Props {
  draft: Draft;
  lineLabel: string;
  rows: Row[];
  error: unknown;
  busy: boolean;
  onBack: () => void;
  onSend: () => void;
}

/** The whole entry once more before it is entered for good. */
export function Confirm({ draft: d, lineLabel, rows, error, busy, onBack, onSend }: Props) {
  const kind = d.kind === '' ? '' : kindLabels[d.kind];
  return (
    <Panel title="请核对">
      <Descriptions column={2} bordered size="small">
        <Descriptions.Item label="类型">{kind}</Descriptions.Item>
        <Descriptions.Item label="金额">{wan(totalOf(rows))} 万元</Descriptions.Item>
        <Descriptions.Item label="资金条目">{lineLabel}</Descriptions.Item>
        <Descriptions.Item label="级次">{levelLabels[d.level]}</Descriptions.Item>
        <Descriptions.Item label="业务日期">{showDate(d.date)}</Descriptions.Item>
        <Descriptions.Item label="文号、凭证号">{d.docNo}</Descriptions.Item>
        <Descriptions.Item label="收款单位">{d.payee || '—'}</Descriptions.Item>
        <Descriptions.Item label="凭证">{d.vouchers.length > 0 ? `${d.vouchers.length} 件` : '没有'}</Descriptions.Item>
        <Descriptions.Item label="分项目" span={2}>
          {rows
            .filter((r) => r.amount)
            .map((r) => (
              <div key={r.project}>
                {r.project} {r.name}：{wan(r.amount ?? 0n)} 万元
              </div>
            ))}
        </Descriptions.Item>
      </Descriptions>
      <RefusalNote error={error} />
      <div className={styles.acts}>
        <span className="quiet">登记后不能修改、删除，更正只能冲正。达到批次规定金额的，须另一人复核后生效。</span>
        <Button onClick={onBack}>回去修改</Button>
        <Button type="primary" loading={busy} onClick={onSend}>
          登记这一笔{kind}
        </Button>
      </div>
    </Panel>
  );
}
