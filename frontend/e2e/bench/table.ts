import { expect } from 'vitest';

/** A figure of goals.md on one page. */
export interface Figure {
  figure: string;
  page: string;
  measured: number;
  unit: string;
  first: number;
  aim: number;
  /** Whether more is better. */
  more?: boolean;
}

function failing(f: Figure): boolean {
  return f.more ? f.measured < f.first : f.measured > f.first;
}

/** Keeps a figure for the table, and fails where a release may not have it. */
export function record(figures: Figure[], figure: Figure): void {
  figures.push(figure);
  expect(failing(figure), `${figure.figure} ${figure.page}: ${figure.measured} ${figure.unit}`).toBe(false);
}

/** The figures as a table in Markdown. */
export function table(figures: Figure[]): string {
  const rows = figures.map((f) => {
    const reached = f.more ? f.measured >= f.aim : f.measured <= f.aim;
    const verdict = failing(f) ? '**below**' : reached ? 'aim' : 'first';
    const sign = f.more ? '≥' : '≤';
    return `| ${f.figure} | ${f.page} | ${f.measured} ${f.unit} | ${sign} ${f.first} | ${sign} ${f.aim} | ${verdict} |`;
  });
  return [
    '| figure | page | measured | first | aim | reached |',
    '| --- | --- | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n');
}
