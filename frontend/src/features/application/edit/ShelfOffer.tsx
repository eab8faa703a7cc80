import { showClock, showTime } from '@/lib/time';
import type { Shelf } from '../draft/shelf';
import { LeftOffer } from '../LeftOffer';
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
    <LeftOffer
      title={`本机存有 ${showTime(at).slice(0, 10)} ${showClock(shelf.at)} 填写、还没有保存到系统的内容`}
      what={shelf.pieces.map((p) => pieceLabel(p.piece)).join('、')}
      onTake={onTake}
      onDrop={onDrop}
    />
  );
}
