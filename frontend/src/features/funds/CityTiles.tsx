import type { Shape } from '@/api/types';
import styles from './Funds.module.css';
import { rateOf } from './rate';
import { tiles } from './tiles';

interface Props {
  cities: Shape<'FundNode'>[];
  onPick: (city: string) => void;
}

/** The sixteen cities as tiles about where they lie. No boundary is drawn, and each tile says its figure. */
export function CityTiles({ cities, onPick }: Props) {
  return (
    <figure style={{ margin: 0 }}>
      <ul className={styles.tiles}>
        {tiles.map((t) => {
          const city = cities.find((c) => c.code === t.code);
          return (
            <li key={t.code} style={{ gridColumn: t.column + 1, gridRow: t.row + 1 }}>
              {city ? (
                <button
                  type="button"
                  className={city.amber > 0 ? `${styles.tile} ${styles.amber}` : styles.tile}
                  onClick={() => onPick(t.code)}
                >
                  <b>{t.name}</b>
                  支出 {rateOf(city.total.spent, city.total.allocated) || '—'}
                  {city.amber > 0 && <span> · 黄灯 {city.amber} 处</span>}
                </button>
              ) : (
                <span className={`${styles.tile} ${styles.none}`}>
                  <b>{t.name}</b>
                  没有立项
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
