import type { Shape } from '@/api/types';
import { type Fen, fenOf } from '@/lib/money';

type Pledge = Shape<'Pledge'>;

/** What one bureau has to confirm and how far it is. */
export interface Unit {
  name: string;
  count: number;
  confirmed: number;
  lapsed: number;
  open: number;
  /** Lines and projects still without a valid word. They divide the same money, so they are never added up together. */
  lines: Fen;
  projects: Fen;
}

/** Pledges by the bureau whose word they need: those that keep the others waiting first, then by name. */
export function byUnit(pledges: readonly Pledge[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const p of pledges) {
    if (p.state === 'NOT_NEEDED' || p.state === 'BY_AWARD') continue;
    const name = p.department || '（没有填写责任部门）';
    const unit = units.get(name) ?? { name, count: 0, confirmed: 0, lapsed: 0, open: 0, lines: 0n, projects: 0n };
    units.set(name, unit);
    unit.count++;
    if (p.state === 'CONFIRMED') unit.confirmed++;
    else {
      if (p.state === 'LAPSED') unit.lapsed++;
      else unit.open++;
      unit[p.kind === 'LINE' ? 'lines' : 'projects'] += fenOf(p.amount) ?? 0n;
    }
  }
  return [...units.values()].sort(
    (a, b) => b.open + b.lapsed - (a.open + a.lapsed) || a.name.localeCompare(b.name, 'zh-CN'),
  );
}
