import { useEffect, useState } from 'react';
import { serverNow } from '@/api/session';
import { showDeadline, timeLeft, type Urgency } from '@/lib/time';
import { Tag } from './Tag';
import type { Tone } from './verdict';

const tones: Record<Urgency, Tone> = { far: 'plain', near: 'near', last: 'bad', over: 'bad' };

/** How long is left by the server's clock, with the moment itself where it is close. Judged by the server alone. */
export function Countdown({ label, at }: { label: string; at: string }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 15_000);
    return () => clearInterval(timer);
  }, []);
  const left = timeLeft(at, now);
  return (
    <Tag tone={tones[left.urgency]}>
      {label}
      {left.urgency === 'far' ? '' : ` ${showDeadline(at)}`} {left.words}
    </Tag>
  );
}
