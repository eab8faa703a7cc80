import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { withPiece } from '../draft/book';
import type { Desk, Sight } from '../draft/desk';
import { Meeting } from './Meeting';
import { pieceLabel } from './pieceLabel';

interface Props {
  desk: Desk;
  trouble: Sight['trouble'];
  onGo: (pointer: string) => void;
}

/** What could not be saved and needs the person: refused content, or a piece another changed first. */
export function Troubles({ desk, trouble, onGo }: Props) {
  return [...trouble].map(([piece, t]) => (
    <Panel
      key={piece}
      title={t.kind === 'conflict' ? `${pieceLabel(piece)}：两个版本` : `${pieceLabel(piece)}：没有保存`}
    >
      {t.kind === 'conflict' ? (
        <Meeting
          piece={piece}
          conflict={t}
          onDecide={(body) => desk.resolve(piece, withPiece(desk.sight().content, piece, body))}
        />
      ) : (
        <RefusalNote
          error={t.error}
          onGo={(location) => onGo(placeOf(piece, location, desk))}
          onRetry={() => desk.resolve(piece, desk.sight().content)}
        />
      )}
    </Panel>
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
