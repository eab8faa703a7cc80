import styles from './StepBar.module.css';
import { type Mark, road } from './stages';

interface Props {
  state: string;
  label: string;
  /** The stages the batch's pack uses; all while unknown. */
  stages?: string[];
  /** The state before, for an application whose way ended. */
  cameFrom?: string;
}

const signs: Record<Mark, string> = { done: '✓', now: '', back: '!', ended: '✕', ahead: '' };
const said: Record<Mark, string> = {
  done: '已过',
  now: '正在办理',
  back: '退回补正',
  ended: '已终止',
  ahead: '未到',
};

/** How far an application has come: 填报→县审→市荐→省审→专家→答辩→核查→公示→立项. */
export function StepBar({ state, label, stages, cameFrom }: Props) {
  return (
    <ol className={styles.bar} aria-label={`进度，现为${label}`}>
      {road(state, stages, cameFrom).map((s, i) => (
        <li
          key={s.name}
          className={`${styles.step} ${styles[s.mark] ?? ''}`}
          aria-current={s.mark === 'now' || s.mark === 'back' ? 'step' : undefined}
        >
          <span className={styles.dot} aria-hidden="true">
            {signs[s.mark] || i + 1}
          </span>
          {s.name}
          <span className="spoken">{said[s.mark]}</span>
        </li>
      ))}
    </ol>
  );
}
