import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { Picker } from '@/components/Picker';
import { RefusalNote } from '@/components/RefusalNote';
import type { ListParams } from '@/lib/listParams';
import styles from './Desk.module.css';
import { stages } from './labels';
import { matrixOf } from './matrix';
import { useDraws, usePanels } from './queries';

const looks = { conflict: styles.conflict, done: styles.done, drawn: styles.drawn, free: '' };
const signs = { conflict: '✕ ', done: '✓ ', drawn: '○ ', free: '' };

/** Expert × application: red with the ground where one may not judge, blue where one is to, green where one has. */
export function Matrix({ batchId, params }: { batchId: string; params: ListParams }) {
  const draws = useDraws(batchId);
  const panels = usePanels(batchId);
  const stage = params.get('stage') === 'DEFENCE' ? 'DEFENCE' : 'WRITTEN';
  const error = draws.error ?? panels.error;
  if (error) return <RefusalNote error={error} onRetry={() => draws.refetch()} />;
  if (!draws.data || !panels.data) return <Loading />;
  const { applications, rows } = matrixOf(stage, draws.data.items, panels.data.items);
  return (
    <>
      <div className="screen-only" style={{ marginBottom: 16 }}>
        <Picker label="阶段" value={stage} options={stages} onChange={(to) => params.set({ stage: to })} width={140} />
      </div>
      {rows.length === 0 ? (
        <Empty what="这一阶段还没有抽取" next="提出抽取以后，这里列出谁须回避、谁被抽中" />
      ) : (
        <section
          className={`${styles.scroll} wide`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys.
          tabIndex={0}
          aria-label="回避与分派"
        >
          <table className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">专家</th>
                <th scope="col">份数</th>
                {applications.map((a) => (
                  <th key={a.no} scope="col" title={a.title}>
                    {a.no}
                    <br />
                    {a.county}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => (
                <tr key={r.code}>
                  <th scope="row">
                    {r.code} {r.name}
                  </th>
                  <td>{r.load}</td>
                  {r.cells.map((c, i) => (
                    <td key={applications[i]?.no} className={looks[c.kind]}>
                      {signs[c.kind]}
                      {c.word || '—'}
                      {c.detail && <div className={styles.detail}>{c.detail}</div>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="quiet">✕ 须回避及其缘由，○ 已分派或预抽中，✓ 已交分，— 可抽取而未抽中。</p>
    </>
  );
}
