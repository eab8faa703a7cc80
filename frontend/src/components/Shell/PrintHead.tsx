import type { Me } from '@/api/types';
import { showTime } from '@/lib/time';
import { usePrinting } from '../usePrinting';

/** Who printed a page and when, above it on paper. */
export function PrintHead({ me }: { me: Me }) {
  const printing = usePrinting();
  if (!printing) return null;
  return (
    <p className="print-only quiet">
      衔接 · {me.name} · 打印时间 {showTime(new Date().toISOString())}
    </p>
  );
}
