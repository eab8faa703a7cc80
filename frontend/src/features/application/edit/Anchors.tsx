import type { Finding } from '@/api/problem';
import styles from './EditPage.module.css';
import { partOf, parts } from './places';

/** The eight parts at the left, each with how much in it does not pass. */
export function Anchors({ findings }: { findings: Finding[] | undefined }) {
  const failed = (findings ?? []).filter((f) => f.verdict === 'FAIL' && !f.waived);
  return (
    <nav className={styles.anchors} aria-label="申报书各栏">
      <ol>
        {parts.map((p) => {
          const count = failed.filter((f) => partOf(f.places[0] ?? '') === p.id).length;
          return (
            <li key={p.id}>
              <a href={`#${p.id}`}>
                <span aria-hidden="true">{p.no}</span> {p.label}
                {count > 0 && <span className={styles.count}>{count} 处</span>}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
