import { Link } from 'react-router';
import styles from './CompareTable.module.css';
import { type Compared, differs, type Indicator } from './indicators';

/** Rows are what is compared, columns the applications; the first column and the head stay in sight. */
export function CompareTable({ cases, indicators }: { cases: Compared[]; indicators: Indicator[] }) {
  return (
    <div className={`${styles.frame} wide`}>
      <table className={styles.table}>
        <caption className="spoken">各件申报的并列比较</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            {cases.map((c) => (
              <th scope="col" key={c.application.id}>
                <Link to={`/applications/${c.application.id}`}>{c.application.title}</Link>
                <br />
                <small className="quiet">{c.application.stateLabel}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((i) => (
            <tr key={i.key} className={differs(i) ? styles.different : undefined}>
              <th scope="row">
                {differs(i) && <span className={styles.mark}>不同</span>}
                {i.label}
                {i.unit && <span className="quiet">（{i.unit}）</span>}
              </th>
              {i.values.map((v, n) => (
                <td key={cases[n]?.application.id}>{i.figure ? <span className={styles.figure}>{v}</span> : v}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
