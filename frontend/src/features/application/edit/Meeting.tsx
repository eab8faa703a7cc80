import { Alert, Button } from 'antd';
import { fieldWord } from '@/components/proposal/fields';
import { TwoSides } from '@/components/TwoSides';
import type { Trouble } from '../draft/trouble';
import { pieceLabel } from './pieceLabel';
import { say } from './say';

interface Props {
  piece: string;
  conflict: Extract<Trouble, { kind: 'conflict' }>;
  /** The piece as decided; undefined takes it away. */
  onDecide: (body: unknown) => void;
}

/** Two people changed one piece of the draft, or one changed what the other took away. */
export function Meeting({ piece, conflict, onDecide }: Props) {
  const { base, mine, theirs } = conflict;
  if (mine === undefined || theirs === undefined)
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={`${pieceLabel(piece)}：${theirs === undefined ? '您正在修改，而他人已把它删除' : '您删除了它，而他人刚刚修改过'}`}
        action={
          <>
            <Button onClick={() => onDecide(mine ?? theirs)}>保留</Button>{' '}
            <Button danger onClick={() => onDecide(undefined)}>
              删除
            </Button>
          </>
        }
      />
    );
  const section = piece.replace('section:', '').replace(/^project:.*/, 'projects');
  return (
    <TwoSides
      name={pieceLabel(piece)}
      base={base}
      mine={mine}
      theirs={theirs}
      place={(path) => placeOf(section, path)}
      say={say}
      onDecide={onDecide}
    />
  );
}

/** [370784901201].type → 370784901201 › 村庄类型. */
function placeOf(section: string, path: string): string {
  const row = /^\[([^\]]*)\]\.?(.*)$/.exec(path);
  const field = row ? (row[2] ?? '') : path;
  return [row?.[1] ?? '', field === '' ? '整行' : fieldWord(section, field)].filter((t) => t !== '').join(' › ');
}
