import { describe, expect, it } from 'vitest';
import type { ApplicationRow, Shape } from '@/api/types';
import { moved, placesOf } from './order';

const row = (id: string, state: string, rank = 0) => ({ id, state, rank }) as unknown as ApplicationRow;
const signature = (rank: number, voidedAt: string | null = null) =>
  ({ action: 'shortlist', rank, voidedAt }) as unknown as Shape<'Signature'>;
const shown = (places: ReturnType<typeof placesOf>) => places.map((p) => `${p.application.id}${p.rank}`).join(' ');

describe('the order of a recommendation', () => {
  const rows = [
    row('a', 'CITY_REVIEW'),
    row('b', 'SHORTLISTED', 2),
    row('c', 'CITY_REVIEW'),
    row('d', 'SUBMITTED'),
    row('e', 'CITY_REVIEW'),
  ];
  it('keeps signed ranks and gives the free ones in the order chosen', () => {
    expect(shown(placesOf(rows, [], []))).toBe('a1 b2 c3 e4');
    expect(shown(placesOf(rows, [], ['e', 'a']))).toBe('e1 b2 a3 c4');
    expect(shown(placesOf(rows, [[], [], [signature(1)]], ['e', 'a']))).toBe('c1 b2 e3 a4');
  });
  it('frees the rank of a voided signature', () => {
    expect(shown(placesOf(rows, [[], [], [signature(1, '2022-12-01T00:00:00Z')]], []))).toBe('a1 b2 c3 e4');
  });
  it('moves past what is held, stops at the ends and never moves what is held', () => {
    const places = placesOf(rows, [], []);
    expect(moved(places, 'c', -1)).toEqual(['c', 'a', 'e']);
    expect(moved(places, 'c', 1)).toEqual(['a', 'e', 'c']);
    expect(moved(places, 'a', -1)).toEqual(['a', 'c', 'e']);
    expect(moved(places, 'e', 1)).toEqual(['a', 'c', 'e']);
    expect(moved(places, 'b', 1)).toEqual(['a', 'c', 'e']);
  });
});
