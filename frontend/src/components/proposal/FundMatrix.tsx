import { useMemo } from 'react';
import type { Shape } from '@/api/types';
import { type Fen, sumFen, wan } from '@/lib/money';
import styles from './FundMatrix.module.css';
import { type Line, matrixOf } from './matrix';

interface Props {
  plan: Shape<'DocumentFundPlan'>;
  projects: readonly Shape<'DocumentProject'>[];
  onGo?: ((pointer: string) => void) | undefined;
}

/** 资金来源 × 项目: who pays what, and exactly which row and which column do not add up. */
export function FundMatrix({ plan, projects, onGo }: Props) {
  const { sources, lines, used, gaps } = useMemo(() => matrixOf(plan, projects), [plan, projects]);
  // A source nobody plans and nobody uses would only widen the table.
  const shown = sources.flatMap((s, at) => (s.planned === 0n && used[at] === 0n ? [] : [{ ...s, at }]));
  const wrongColumns = shown.filter((s) => gaps[s.at] !== 0n);
  const wrongRows = lines.filter((l) => l.sum !== l.total);
  return (
    <>
      <div role="status">
        {wrongColumns.length + wrongRows.length === 0 ? (
          <p>逐来源、逐项目都平衡。</p>
        ) : (
          <ul className={styles.says}>
            {wrongColumns.map((s) => (
              <li key={s.key}>
                列“{s.label}”：{columnSays(s.planned, used[s.at] ?? 0n)}
                <Jump to={s.pointer} onGo={onGo} />
              </li>
            ))}
            {wrongRows.map((l) => (
              <li key={l.id}>
                行“{l.id} {l.name}”：{rowSays(l)}
                <Jump to={`${l.pointer}/totalInvestment`} onGo={onGo} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={`${styles.frame} wide`} tabIndex={0} aria-label="资金来源与项目对照表，可左右滚动">
        <table className={styles.table}>
          <caption className="spoken">资金来源与项目对照表（单位：万元）</caption>
          <thead>
            <tr>
              <th scope="col">项目（单位：万元）</th>
              {shown.map((s) => (
                <th key={s.key} scope="col" className={gaps[s.at] === 0n ? '' : styles.off}>
                  {s.label}
                </th>
              ))}
              <th scope="col">来源合计</th>
              <th scope="col">项目总投资</th>
              <th scope="col">差额</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((l) => (
              <tr key={l.id}>
                <th scope="row" title={l.name}>
                  {l.id} {l.name}
                </th>
                {shown.map((s) => (
                  <Cell key={s.key} of={l.cells[s.at] ?? 0n} />
                ))}
                <Cell of={l.sum} />
                <Cell of={l.total} />
                <Gap of={l.total - l.sum} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <Foot
              name="项目合计"
              cells={shown.map((s) => used[s.at] ?? 0n)}
              total={sumFen(lines.map((l) => l.total))}
            />
            <Foot name="资金规划表" cells={shown.map((s) => s.planned)} total={undefined} />
            <tr>
              <th scope="row">差额（规划 − 项目）</th>
              {shown.map((s) => (
                <Gap key={s.key} of={gaps[s.at] ?? 0n} />
              ))}
              <Gap of={sumFen(gaps)} />
              <td />
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  );
}

function Foot({ name, cells, total }: { name: string; cells: Fen[]; total: Fen | undefined }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((c, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the sources in their fixed order.
        <Cell key={i} of={c} />
      ))}
      <Cell of={sumFen(cells)} />
      {total === undefined ? <td /> : <Cell of={total} />}
      <td />
    </tr>
  );
}

function Cell({ of }: { of: Fen }) {
  return of === 0n ? <td className={`money ${styles.none}`}>—</td> : <td className="money">{wan(of)}</td>;
}

function Gap({ of }: { of: Fen }) {
  return of === 0n ? (
    <td className={`money ${styles.even}`}>平</td>
  ) : (
    <td className={`money ${styles.off}`}>差 {wan(of)}</td>
  );
}

function Jump({ to, onGo }: { to: string; onGo: Props['onGo'] }) {
  if (!onGo) return null;
  return (
    <>
      {' '}
      <button type="button" className={styles.jump} onClick={() => onGo(to)}>
        定位
      </button>
    </>
  );
}

function columnSays(planned: Fen, used: Fen): string {
  const [word, by] = used > planned ? ['多用', used - planned] : ['还有未安排的', planned - used];
  return `规划 ${wan(planned)} 万元，各项目合计 ${wan(used)} 万元，${word} ${wan(by)} 万元`;
}

function rowSays(l: Line): string {
  const [word, by] = l.total > l.sum ? ['少', l.total - l.sum] : ['多', l.sum - l.total];
  return `总投资 ${wan(l.total)} 万元，各来源合计 ${wan(l.sum)} 万元，来源${word} ${wan(by)} 万元`;
}
