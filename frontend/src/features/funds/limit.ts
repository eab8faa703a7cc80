import type { Shape } from '@/api/types';
import { type Fen, fenOf } from '@/lib/money';
import type { Kind } from './labels';

type Line = Shape<'FundLine'>;
type Level = Shape<'FundEntry'>['level'];

/** What is left for one kind of entry on one project of a line, by what is in force. Entries that wait have taken their part already;
 * the server counts them too when it judges. */
export function leftFor(kind: Kind, line: Line, level: Level, project: string): Fen {
  const part = line.parts.find((p) => p.project === project);
  if (!part) return 0n;
  const at = part.levels.find((l) => l.level === level);
  const of = (n: number | undefined) => fenOf(n ?? 0) ?? 0n;
  switch (kind) {
    case 'ALLOCATE':
      return of(part.planned) - of(part.allocated);
    case 'DISBURSE':
      return of(at?.allocated) - of(at?.disbursed);
    case 'SPEND':
      return of(at?.disbursed) - of(at?.spent);
    case 'REFUND':
      return of(at?.spent);
    case 'GIVE_BACK':
      return of(at?.disbursed) - of(at?.spent);
    case 'RECALL':
      return of(at?.allocated) - of(at?.disbursed);
    case 'REVERSE':
      return 0n;
  }
}
