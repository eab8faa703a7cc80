import { later } from '@/components/later';
import { RefusalNote } from '@/components/RefusalNote';
import { contentPiece, withPiece } from '../draft/book';
import type { Desk } from '../draft/desk';
import type { Sight } from '../draft/sight';
import styles from './EditPage.module.css';
import { pieceLabel } from './pieceLabel';

const Meeting = later(() => import('./Meeting').then((m) => m.Meeting));

interface Props {
  desk: Desk;
  trouble: Sight['trouble'];
  /** The pieces of this part of the form, by the beginning of their names. */
  pieces: readonly string[];
  onGo: (pointer: string) => void;
}

/** What could not be saved and needs the person: refused content, or a piece another changed first. */
export function Troubles({ desk, trouble, pieces, onGo }: Props) {
  const { content } = desk.sight();
  const own = [...trouble].filter(([piece]) => pieces.some((p) => piece.startsWith(p)));
  return own.map(([piece, t]) => (
    <div key={piece} className={styles.trouble} data-trouble={piece}>
      <h3>
        {pieceLabel(piece)}：{t.kind === 'conflict' ? '两个版本，请选用' : '没有保存'}
      </h3>
      {t.kind === 'conflict' ? (
        <Meeting
          piece={piece}
          // What is typed while both versions stand there belongs to mine.
          conflict={{ ...t, mine: contentPiece(content, piece) }}
          onDecide={(body) => desk.resolve(piece, withPiece(content, piece, body))}
        />
      ) : (
        <RefusalNote
          error={t.error}
          onGo={(location) => onGo(placeOf(piece, location, desk))}
          onRetry={() => desk.resolve(piece, content)}
        />
      )}
    </div>
  ));
}

/** The save of a piece names places within it; the page knows them within the whole document. */
function placeOf(piece: string, location: string, desk: Desk): string {
  const [kind, name = ''] = piece.split(':');
  if (kind === 'project')
    return `/projects/${desk.sight().content.projects.findIndex((p) => p.id === name)}${location}`;
  const above: Record<string, string> = {
    zone: '/zone',
    villages: '/zone/villages',
    industries: '/zone/industries',
    fundPlan: '/fundPlan',
    plan: '/plan',
  };
  return `${above[name] ?? ''}${location}`;
}
