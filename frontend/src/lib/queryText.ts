/** What a page is narrowed to as a query string, for links and for the workbook of the same list. */
export function queryText(of: Record<string, string | number | undefined>): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(of))
    if (value !== undefined && value !== '') text.set(name, String(value));
  const shown = text.toString();
  return shown === '' ? '' : `?${shown}`;
}
