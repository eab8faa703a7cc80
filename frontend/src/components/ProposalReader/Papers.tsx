import { showDate } from '@/lib/time';
import { word } from '@/lib/words';
import type { Document } from '.';
import { Facts } from './Facts';

export function Papers({ document }: { document: Document }) {
  const { resolution: r, officialLetter: l } = document;
  return (
    <Facts
      of={[
        ['县政府决议', r ? `${r.body}${r.meetingNo}（${showDate(r.date)}），${word('decision', r.decision)}` : '没有'],
        ['上报文件', l ? `${l.issuer} ${l.docNo}（${showDate(l.date)}）` : ''],
        ['主送', l?.addressees.join('、')],
      ]}
    />
  );
}
