import { parts } from '../edit/places';

// The letter a rule's number begins with says what it looks at (domain 3.6); D06 counts the attachments.
const partOfLetter: Record<string, string> = {
  C: 'part-zone',
  X: 'part-zone',
  V: 'part-villages',
  I: 'part-industries',
  P: 'part-projects',
  F: 'part-funds',
  D: 'part-plan',
};

export interface Family<F> {
  id: string;
  title: string;
  findings: F[];
}

/** Findings by the part of the 申报书 they are about, in its order; what belongs to none comes last. */
export function familiesOf<F extends { rule: string }>(findings: readonly F[]): Family<F>[] {
  const places = [...parts.map((p) => ({ id: p.id, title: `${p.no} ${p.label}` })), { id: 'other', title: '其他' }];
  return places
    .map((p) => ({ ...p, findings: findings.filter((f) => placeOf(f.rule) === p.id) }))
    .filter((p) => p.findings.length > 0);
}

function placeOf(rule: string): string {
  return rule === 'D06' ? 'part-files' : (partOfLetter[rule.charAt(0)] ?? 'other');
}
