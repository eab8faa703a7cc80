import type { Shape } from '@/api/types';
import { fixedPoints, plainPoints } from '@/lib/points';
import styles from './Desk.module.css';
import type { Evidence } from './evidence';
import { ItemCard } from './ItemCard';
import { quotesIn } from './quotes';
import { type Rubric, type Sheet, totalOf } from './rubric';

interface Props {
  dimension: Rubric['dimensions'][number];
  step: number;
  sheet: Sheet;
  earlier: Sheet | undefined;
  active: string;
  open: boolean;
  evidence: Evidence[];
  files: Shape<'Attachment'>[];
  onEvidence: (to: Evidence) => void;
  onActive: (code: string) => void;
  onMove: (by: number) => void;
  change: (to: (before: Sheet) => Sheet) => void;
}

/** One 评分维度: what it weighs and rests on, where its evidence is, its items. */
export function Dimension({ dimension: d, evidence, files, onEvidence, sheet, earlier, active, ...rest }: Props) {
  return (
    <section className={styles.dimension} aria-label={`${d.code} ${d.name}`}>
      <div className={styles.head}>
        <h2>
          {d.code} {d.name}
        </h2>
        <span className={styles.figure}>
          {fixedPoints(plainPoints(totalOf(d.items, sheet)))} / {d.weight}
        </span>
      </div>
      <p className={styles.says}>
        {d.source && `依据：通知${d.source}　`}
        佐证：
        {evidence.map((e) => (
          <button key={e.label} type="button" className={styles.link} onClick={() => onEvidence(e)}>
            {e.label}
          </button>
        ))}
      </p>
      {d.items.map((item) => {
        const reason = sheet.reasons[item.code] ?? '';
        const quotes = quotesIn(reason, files);
        const proof = quotes[0] ?? evidence[0];
        return (
          <ItemCard
            key={item.code}
            item={item}
            score={sheet.scores[item.code]}
            reason={reason}
            quotes={quotes}
            earlier={earlier?.scores[item.code]}
            active={item.code === active}
            onProof={() => proof && onEvidence(proof)}
            onEvidence={onEvidence}
            {...rest}
          />
        );
      })}
    </section>
  );
}
