import { describe, expect, it } from 'vitest';
import { at, mergePatch, put } from './json';

const pack = { params: { quota: { perCounty: 1, perKeyCounty: 1 }, stages: ['A', 'B'], year: 2023 } };

describe('JSON by paths', () => {
  it('reads and writes without touching the original', () => {
    const changed = put(pack, 'params.quota.perCounty', 2);
    expect(at(changed, 'params.quota.perCounty')).toBe(2);
    expect(at(pack, 'params.quota.perCounty')).toBe(1);
    expect(at(pack, 'params.none.deeper')).toBeUndefined();
  });
  it('writes only what differs, lists whole, null for what is gone', () => {
    const to = { quota: { perCounty: 2, perKeyCounty: 1 }, stages: ['A'] };
    expect(mergePatch(pack.params, to)).toEqual({ quota: { perCounty: 2 }, stages: ['A'], year: null });
  });
  it('is empty for equals', () => {
    expect(mergePatch(pack, pack)).toEqual({});
  });
});
