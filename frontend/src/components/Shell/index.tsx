import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { onSessionLost } from '@/api/client';
import { useSession } from '@/api/session';
import { Loading } from '../Loading';
import { Menu } from './Menu';
import { Offline } from './Offline';
import styles from './Shell.module.css';
import { SignInAgain } from './SignInAgain';
import { TopBar } from './TopBar';

/** What surrounds each page of those signed in: who and which batch above, where to go at the left, the page. */
export function Shell() {
  const { data: me } = useSession();
  const [lost, lose] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    onSessionLost(() => lose(true));
    return () => onSessionLost(() => {});
  }, []);
  // Readers of the screen and the keyboard start at the new page, not in the menu they came by.
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus();
    before.current = pathname;
  }, [pathname]);

  if (!me) return <Loading />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        跳到正文
      </a>
      <TopBar me={me} />
      <div className={styles.body}>
        <Menu me={me} />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <Offline />
          <Outlet />
        </main>
      </div>
      {lost && <SignInAgain login={me.login} onDone={() => lose(false)} />}
    </div>
  );
}
