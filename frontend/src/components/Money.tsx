import { decimalsOf, showWan } from '@/lib/money';

interface Props {
  of: number | string | null | undefined;
  /** The most decimals in its column: shorter ones keep their place free, so that the points stand beneath each other. */
  places?: number;
}

/** An amount in 万元; the unit stands in the column's head. */
export function Money({ of, places = 0 }: Props) {
  const shown = showWan(of);
  const free = shown.includes('.') ? places - decimalsOf(of) : 0;
  return (
    <span className="money" style={free > 0 ? { paddingInlineEnd: `${free}ch` } : undefined}>
      {shown}
    </span>
  );
}
