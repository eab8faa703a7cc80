import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Money } from '@/components/Money';
import { placesOf } from '@/lib/money';
import { queryText } from '@/lib/queryText';
import styles from './Funds.module.css';
import { kindsOf, type Layer, layerLabels, layers } from './labels';
import { rateOf } from './rate';

interface Props {
  of: Shape<'Layers'>;
  /** Which entries the figures are made of; none for sums that lead nowhere. */
  scope?: Record<string, string | undefined>;
  places: Places;
}

/** The most decimals in each column of a table of layers. */
export type Places = Record<Layer, number>;

export function placesIn(rows: Shape<'Layers'>[]): Places {
  const of = (layer: Layer) => placesOf(rows.map((r) => r[layer]));
  return {
    planned: of('planned'),
    committed: of('committed'),
    allocated: of('allocated'),
    disbursed: of('disbursed'),
    spent: of('spent'),
  };
}

/** The heads of the five layers and the rate. */
export function FigureHeads() {
  return (
    <>
      {layers.map((l) => (
        <th scope="col" key={l} className={styles.figure}>
          {layerLabels[l]}
        </th>
      ))}
      <th scope="col" className={styles.figure}>
        支出率
      </th>
    </>
  );
}

/** The five layers of a row; what came of entries leads to them. */
export function Figures({ of, scope, places }: Props) {
  return (
    <>
      {layers.map((layer) => {
        const kinds = kindsOf[layer];
        const shown = <Money of={of[layer]} places={places[layer]} />;
        return (
          <td key={layer} className={styles.figure}>
            {scope && kinds.length > 0 && of[layer] !== 0 ? (
              <Link to={`/funds/entries${queryText({ ...scope, kind: kinds.join(',') })}`}>{shown}</Link>
            ) : (
              shown
            )}
          </td>
        );
      })}
      <td className={styles.figure}>{rateOf(of.spent, of.allocated) || '—'}</td>
    </>
  );
}
