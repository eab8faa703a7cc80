import { Button } from 'antd';
import { Link } from 'react-router';
import { serverNow, useSignedIn } from '@/api/session';
import type { Me } from '@/api/types';
import { Bar } from '../Bar';
import { Countdown } from '../Countdown';

/** System, batch in hand, name and unit, the way out. */
export function TopBar({ me }: { me: Me }) {
  const { signOut } = useSignedIn();
  const next = me.deadlines.find((d) => Date.parse(d.at) > serverNow()) ?? me.deadlines.at(-1);
  return (
    <Bar home="/" beside={me.batch?.title}>
      {next && <Countdown label={next.label} at={next.at} />}
      <Link to="/account">{me.name}</Link>
      <Button onClick={signOut}>退出</Button>
    </Bar>
  );
}
