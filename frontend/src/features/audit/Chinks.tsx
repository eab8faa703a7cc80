import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { aroundOf, streamName } from './stream';

/** Where streams are not what was written, each with the way to the place. */
export function Chinks({ places, total }: { places: Shape<'Chink'>[]; total: number }) {
  return (
    <>
      <ol>
        {places.map((c) => (
          <li key={`${c.stream} ${c.seq} ${c.kind}`}>
            {c.message} <Link to={aroundOf(c)}>查看此处（{streamName(c.stream, c.streamTitle)}）</Link>
          </li>
        ))}
      </ol>
      {total > places.length && (
        <p>
          以上为前 {places.length} 处，共 {total} 处。
        </p>
      )}
    </>
  );
}
