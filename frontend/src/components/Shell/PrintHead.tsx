import { serverNow } from '@/api/session';
import type { Me } from '@/api/types';
import { showTime } from '@/lib/time';
import { usePrinting } from '../usePrinting';

/** The batch, the unit, who printed a page and when, above it on paper. */
export function PrintHead({ me }: { me: Me }) {
  const printing = usePrinting();
  if (!printing) return null;
  return (
    <p className="print-only quiet">
      {['衔接', me.batch?.title, me.unit, me.name, `打印时间 ${showTime(new Date(serverNow()).toISOString())}`]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
