import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigationType } from 'react-router';
import { onSessionLost } from '@/api/client';
import { useSession } from '@/api/session';
import { Loading } from '../Loading';
import { Menu } from './Menu';
import { Offline } from './Offline';
import { PrintHead } from './PrintHead';
import styles from './Shell.module.css';
import { SignInAgain } from './SignInAgain';
import { TopBar } from './TopBar';

/** What surrounds each page of those signed in: who and which batch above, where to go at the left, the page. */
export function Shell() {
  const { data: me } = useSession();
  const [lost, lose] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const backOrForth = useNavigationType() === 'POP';

  useEffect(() => {
    onSessionLost(() => lose(true));
    return () => onSessionLost(() => {});
  }, []);
  // Eyes, readers of the screen and the keyboard start at the top of the new page, not where the one before was left.
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
    if (!backOrForth) scrollTo(0, 0);
  }, [pathname, backOrForth]);

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
          <PrintHead me={me} />
          <Outlet />
        </main>
      </div>
      {lost && <SignInAgain login={me.login} onDone={() => lose(false)} />}
    </div>
  );
}
