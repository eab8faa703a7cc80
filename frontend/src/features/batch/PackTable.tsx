import { at, type JsonObject, same } from '@/lib/json';
import { parts } from './fields';
import styles from './Pack.module.css';
import { show } from './show';

/** A pack's parameters as a table; beside another pack, what differs is marked. */
export function PackTable({ pack, beside }: { pack: JsonObject; beside?: { pack: JsonObject; label: string } }) {
  return (
    <table className={styles.table}>
      <caption className="spoken">政策参数</caption>
      {beside && (
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col">{beside.label}</th>
            <th scope="col">改为</th>
          </tr>
        </thead>
      )}
      {parts.map((part) => (
        <tbody key={part.key}>
          <tr>
            <th scope="rowgroup" colSpan={beside ? 3 : 2} className={styles.part}>
              {part.title}
            </th>
          </tr>
          {part.fields.map((f) => {
            const now = at(pack, f.path);
            const before = beside && at(beside.pack, f.path);
            const changed = beside !== undefined && !same(now, before);
            return (
              <tr key={f.path} className={changed ? styles.changed : undefined}>
                <th scope="row">
                  {f.label}
                  {f.help && <span className="quiet">（{f.help}）</span>}
                </th>
                {beside && <td>{show(f, before)}</td>}
                <td>
                  {changed && <strong>已改：</strong>}
                  {show(f, now)}
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
