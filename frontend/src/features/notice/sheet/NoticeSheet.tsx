import type { Shape } from '@/api/types';
import { dayOf } from '../period';
import { blocksOf } from './blocks';
import { EntryTable } from './EntryTable';
import styles from './Sheet.module.css';

export type Entry = Shape<'PublicEntry'>;

export interface Sheet {
  issuers: string[];
  no: number;
  title: string;
  text: string;
  channel: string;
  entries: Entry[];
  opensAt: string | null;
}

/** A notice as an official paper on A4: red head, number, title, text with its list as a table, 落款. The paper itself is the server's PDF. */
export function NoticeSheet({ of: n, full = false }: { of: Sheet; full?: boolean }) {
  const numbers = n.entries.map((e) => e.no);
  return (
    <article className={full ? `${styles.sheet} ${styles.full}` : styles.sheet} aria-label={`公示第${n.no}号`}>
      {!n.opensAt && <p className={styles.mark}>草拟件</p>}
      <header className={styles.head}>
        <div className={styles.agencies}>
          {n.issuers.map((name) => (
            <p key={name}>{name}</p>
          ))}
        </div>
        <p className={styles.number}>公示第{n.no}号</p>
      </header>
      <h2 className={styles.title}>{n.title || '（没有标题）'}</h2>
      {blocksOf(n.text, numbers).map((b, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place.
        if (b.kind === 'list') return <EntryTable key={i} entries={n.entries} />;
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place.
        if (b.kind === 'heading') return <h3 key={i}>{b.text}</h3>;
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place.
        return <p key={i}>{b.text}</p>;
      })}
      {n.channel && <p>发布渠道：{n.channel.replace(/[。；，、\s]+$/, '')}。</p>}
      <footer className={styles.signed}>
        {n.issuers.map((name) => (
          <p key={name}>{name}</p>
        ))}
        <p>{n.opensAt ? dayOf(n.opensAt) : '　　　　年　　月　　日'}</p>
      </footer>
    </article>
  );
}
