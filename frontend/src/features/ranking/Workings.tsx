import type { Shape } from '@/api/types';
import { Tag } from '@/components/Tag';
import { fixedPoints } from '@/lib/points';
import { fateTones, fateWords } from './labels';
import styles from './Ranking.module.css';
import { spreadOf } from './spread';

interface Props {
  row: Shape<'RankedRow'>;
  dimensions: Shape<'RankedDimension'>[];
}

/** From the single marks to the composite, each step as it is reckoned. */
export function Workings({ row, dimensions }: Props) {
  const of = (stage: 'WRITTEN' | 'DEFENCE') => dimensions.filter((d) => d.stage === stage);
  return (
    <>
      <div className={styles.stages}>
        {row.written && <Stage title="书面评审" stage={row.written} dimensions={of('WRITTEN')} />}
        {row.defence && <Stage title="视频答辩" stage={row.defence} dimensions={of('DEFENCE')} />}
      </div>
      <p>
        综合分：<span className={styles.sum}>{row.working}</span>
      </p>
    </>
  );
}

interface StageProps {
  title: string;
  stage: Shape<'StageMean'>;
  dimensions: Shape<'RankedDimension'>[];
}

function Stage({ title, stage, dimensions }: StageProps) {
  const spread = spreadOf(stage.marks);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.marks}>
        {stage.marks.map((m) => (
          <li key={m.expert}>
            {m.expert} <b>{fixedPoints(m.total)}</b> <Tag tone={fateTones[m.fate]}>{fateWords[m.fate]}</Tag>
          </li>
        ))}
      </ul>
      <p>
        均分：<span className={styles.sum}>{stage.working}</span>
      </p>
      {spread && (
        <p className="quiet">
          专家离散度：极差 {fixedPoints(spread.range)}，标准差 {fixedPoints(spread.deviation)}
        </p>
      )}
      <p className="quiet">
        {dimensions
          .filter((d) => stage.dims[d.code] !== undefined)
          .map((d) => `${d.name} ${fixedPoints(stage.dims[d.code])}/${d.weight}`)
          .join('；')}
      </p>
    </section>
  );
}
