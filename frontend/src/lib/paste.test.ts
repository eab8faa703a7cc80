import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/paste.json';
import { parseTable, tableText } from './paste';

describe('the text of a clipboard', () => {
  it.each(fixture.table)('$name', ({ text, rows }) => {
    expect(parseTable(text)).toEqual(rows);
  });
  it.each(fixture.table.filter(({ rows }) => rows.length > 0))('comes back as it was written: $name', ({ rows }) => {
    expect(parseTable(`${tableText(rows)}\r\n`)).toEqual(rows);
  });
});
