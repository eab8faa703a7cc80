import { Fragment } from 'react';
import type { Shape } from '@/api/types';
import { Figures, placesIn } from './Figures';
import { FiguresTable } from './FiguresTable';
import styles from './Funds.module.css';

/** The matrix by source, split by level where a source has more than one. */
export function LineTable({ of }: { of: Shape<'FundAccount'> }) {
  const scope = { application: of.applicationId };
  const places = placesIn([of.total, ...of.lines, ...of.lines.flatMap((l) => l.levels)]);
  return (
    <FiguresTable caption="按来源和级次的资金矩阵，单位万元" row="来源" total={of.total} places={places}>
      {of.lines.map((l) => (
        <Fragment key={l.line}>
          <tr>
            <th scope="row">{l.label}</th>
            <Figures of={l} places={places} scope={{ ...scope, line: l.line }} />
          </tr>
          {l.levels.length > 1 &&
            l.levels.map((v) => (
              <tr key={v.level} className={styles.part}>
                <th scope="row">其中：{v.levelLabel}</th>
                <Figures of={v} places={places} scope={{ ...scope, line: l.line, level: v.level || 'NONE' }} />
              </tr>
            ))}
        </Fragment>
      ))}
    </FiguresTable>
  );
}
