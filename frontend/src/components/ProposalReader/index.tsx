import type { Shape } from '@/api/types';
import { Funds } from './Funds';
import { Industries } from './Industries';
import { Mechanism } from './Mechanism';
import { Papers } from './Papers';
import { Projects } from './Projects';
import styles from './ProposalReader.module.css';
import { parts } from './places';
import { Villages } from './Villages';
import { Zone } from './Zone';

export type Document = Shape<'ProposalDocument'>;

const bodies = [Zone, Villages, Industries, Projects, Funds, Mechanism, Papers];

/** A frozen 申报书 to be read, part by part, each part and project with an anchor to jump to. */
export function ProposalReader({ document }: { document: Document }) {
  return (
    <article className={styles.paper} aria-label="申报书">
      <h2 className={styles.title}>{document.zone?.name || '（未填推进区名称）'}</h2>
      {parts.map((part, i) => {
        const Body = bodies[i];
        return (
          <section key={part.id} id={part.id} tabIndex={-1} className={styles.part} aria-label={part.title}>
            <h3>{part.title}</h3>
            {Body && <Body document={document} />}
          </section>
        );
      })}
    </article>
  );
}
