import type { Shape } from '@/api/types';
import { Tag } from '@/components/Tag';
import { verdictOf } from '@/components/verdict';
import styles from './Funds.module.css';

/** The money rules on each layer: what passed on paper, and whether it still does on what came and what was spent. */
export function PromiseTable({ promises }: { promises: Shape<'FundPromise'>[] }) {
  const rules = promises[0]?.findings ?? [];
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="spoken">各层的规则判定</caption>
        <thead>
          <tr>
            <th scope="col">规则</th>
            {promises.map((p) => (
              <th scope="col" key={p.layer}>
                按{p.layerLabel}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((r) => (
            <tr key={r.rule}>
              <th scope="row">
                {r.rule} {r.name}
                <div className="quiet">{r.clause}</div>
              </th>
              {promises.map((p) => {
                const f = p.findings.find((one) => one.rule === r.rule);
                return (
                  <td key={p.layer}>
                    {f && (
                      <>
                        <Tag tone={verdictOf(f.verdict).tone}>{verdictOf(f.verdict).word}</Tag>
                        <div>{f.figure.text}</div>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
