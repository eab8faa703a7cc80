import styles from './Desk.module.css';
import { keyTable } from './keys';

export function KeyTable() {
  return (
    <section className={styles.keys} aria-label="按键说明">
      <dl>
        {keyTable.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        优为满分，中为说明线（低于它须写理由），良居两者之中，差为说明线之半；都取整步，可再增减。
      </p>
    </section>
  );
}
