import { Checkbox, Input } from 'antd';
import styles from './Desk.module.css';
import { longest, type Rubric, type Sheet } from './rubric';

interface Props {
  rubric: Rubric;
  sheet: Sheet;
  open: boolean;
  change: (to: (before: Sheet) => Sheet) => void;
}

/** 一票否决, apart from the points: each ticked one with its ground. */
export function Vetoes({ rubric, sheet, open, change }: Props) {
  if (rubric.vetoes.length === 0) return null;
  const tick = (code: string, on: boolean) =>
    change((s) => {
      const { [code]: _, ...rest } = s.vetoes;
      return { ...s, vetoes: on ? { ...rest, [code]: '' } : rest };
    });
  return (
    <section className={styles.dimension} aria-label="一票否决">
      <div className={styles.head}>
        <h2>一票否决</h2>
      </div>
      <p className={styles.says}>不计分。发现下列情形的勾选并写明依据；达到规定人数的，提交省两厅局裁决。</p>
      {rubric.vetoes.map((v) => (
        <div key={v.code} className={styles.veto} data-item={v.code} tabIndex={-1}>
          <Checkbox disabled={!open} checked={v.code in sheet.vetoes} onChange={(e) => tick(v.code, e.target.checked)}>
            {v.name}
          </Checkbox>
          {v.code in sheet.vetoes && (
            <Input.TextArea
              readOnly={!open}
              aria-label={`${v.name}：依据（必填）`}
              placeholder="依据：材料何处、什么事实"
              status={sheet.vetoes[v.code]?.trim() ? '' : 'warning'}
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={longest}
              value={sheet.vetoes[v.code]}
              onChange={(e) => change((s) => ({ ...s, vetoes: { ...s.vetoes, [v.code]: e.target.value } }))}
            />
          )}
        </div>
      ))}
    </section>
  );
}
