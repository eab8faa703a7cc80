import { Button } from 'antd';
import { Link } from 'react-router';
import { serverNow, useSignedIn } from '@/api/session';
import type { Me } from '@/api/types';
import { Countdown } from '../Countdown';
import styles from './Shell.module.css';

/** System, batch in hand, name and unit, the way out. */
export function TopBar({ me }: { me: Me }) {
  const { signOut } = useSignedIn();
  const next = me.deadlines.find((d) => Date.parse(d.at) > serverNow()) ?? me.deadlines.at(-1);
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand}>
        <b>衔接</b>
      </Link>
      {me.batch && <span className={styles.batch}>{me.batch.title}</span>}
      <div className={styles.me}>
        {next && <Countdown label={next.label} at={next.at} />}
        <Link to="/account" style={{ color: 'inherit' }}>
          {me.name}
        </Link>
        <Button onClick={signOut}>退出</Button>
      </div>
    </header>
  );
}
