import { Alert, Button } from 'antd';
import { showClock, showTime } from '@/lib/time';
import type { Shelf } from '../draft/shelf';
import { pieceLabel } from './pieceLabel';

interface Props {
  shelf: Shelf;
  onTake: () => void;
  onDrop: () => void;
}

/** What an earlier visit typed and could not save, offered again. */
export function ShelfOffer({ shelf, onTake, onDrop }: Props) {
  const at = new Date(shelf.at).toISOString();
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={`本机存有 ${showTime(at).slice(0, 10)} ${showClock(shelf.at)} 填写、还没有保存到系统的内容`}
      description={shelf.pieces.map((p) => pieceLabel(p.piece)).join('、')}
      action={
        <>
          <Button type="primary" onClick={onTake}>
            接着填
          </Button>{' '}
          <Button onClick={onDrop}>不要了</Button>
        </>
      }
    />
  );
}
