import type { Shape } from '@/api/types';
import type { Standing } from './alerts';
import styles from './Funds.module.css';
import { rateOf } from './rate';
import { tiles } from './tiles';

interface Props {
  cities: Shape<'FundNode'>[];
  standing: Map<string, Standing>;
  onPick: (city: string) => void;
}

/** The sixteen cities as tiles about where they lie. No boundary is drawn, and each tile says its figure. */
export function CityTiles({ cities, standing, onPick }: Props) {
  return (
    <figure style={{ margin: 0 }}>
      <ul className={styles.tiles}>
        {tiles.map((t) => {
          const city = cities.find((c) => c.code === t.code);
          const warned = standing.get(t.code)?.warned ?? 0;
          return (
            <li key={t.code} style={{ gridColumn: t.column + 1, gridRow: t.row + 1 }}>
              {city ? (
                <button
                  type="button"
                  className={warned > 0 ? `${styles.tile} ${styles.amber}` : styles.tile}
                  onClick={() => onPick(t.code)}
                >
                  <b>{t.name}</b>
                  <span>支出 {rateOf(city.total.spent, city.total.allocated) || '—'}</span>
                  {warned > 0 && <span>! 预警 {warned} 条</span>}
                </button>
              ) : (
                <span className={`${styles.tile} ${styles.none}`}>
                  <b>{t.name}</b>
                  <span>没有立项</span>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <figcaption className={styles.note}>
        示意图，不代表行政区域界线。支出率 = 支出 ÷ 下达，截断到两位小数。
      </figcaption>
    </figure>
  );
}
