import { showWan } from '@/lib/money';

/** An amount in 万元; the unit stands in the column's head. */
export function Money({ of }: { of: number | string | null | undefined }) {
  return <span className="money">{showWan(of)}</span>;
}
