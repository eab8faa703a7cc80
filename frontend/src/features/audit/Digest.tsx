import styles from './Digest.module.css';

/** A digest, in the type in which its digits can be compared; in groups of eight for reading out. */
export function Digest({ of }: { of: string }) {
  if (of === '') return <>—</>;
  return (
    <code className={styles.digest}>
      {(of.match(/.{1,8}/g) ?? []).map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one digest have no other name.
        <span key={i}>{group}</span>
      ))}
    </code>
  );
}
