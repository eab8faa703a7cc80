import { describe, expect, it } from 'vitest';
import { office } from '../office';
import { sights } from '../sights';
import { budgets, weigh } from '../weight';

describe('what the pages weigh on the wire', () => {
  const at = office();

  it.each(sights.filter((s) => s.weight))('$name keeps its budget', async (sight) => {
    const bytes = await weigh(at().browser, at().world, sight, 'https');
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(budgets[sight.weight ?? 'work'].first);
  });
});
