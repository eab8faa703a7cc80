import styles from './Progress.module.css';

interface Props {
  /** 0 to 100. */
  percent: number;
  'aria-label': string;
  /** Whether the figure stands beside the bar. */
  figure?: boolean;
}

/** How far something has come. */
export function Progress({ percent, figure = true, 'aria-label': name }: Props) {
  return (
    <span className={styles.progress}>
      <progress max={100} value={percent} aria-label={name} />
      {figure && <span className={styles.figure}>{percent}%</span>}
    </span>
  );
}
