import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { NavLink } from 'react-router';
import type { Me } from '@/api/types';
import { useMedia } from '../useMedia';
import { entriesFor } from './entries';
import styles from './Shell.module.css';

const kept = 'xianjie.menu';

/** Where this person may go. Folded it leaves a wide page on a 1366 screen; on a tablet it starts folded. */
export function Menu({ me }: { me: Me }) {
  const small = useMedia('(max-width: 1000px)');
  const [folded, setFolded] = useState(() => localStorage.getItem(kept) === 'narrow');
  const [unfolded, setUnfolded] = useState(false);
  const narrow = small ? !unfolded : folded;
  const fold = () => {
    if (small) return setUnfolded(narrow);
    localStorage.setItem(kept, narrow ? 'wide' : 'narrow');
    setFolded(!narrow);
  };
  return (
    <nav aria-label="主菜单" className={narrow ? `${styles.menu} ${styles.narrow}` : styles.menu}>
      <div className={styles.stays}>
        <ul>
          {entriesFor(me).map((e) => (
            <li key={e.to}>
              <NavLink to={e.to} end={e.to === '/'} title={e.label} aria-label={e.label}>
                <e.Icon aria-hidden />
                {!narrow && e.label}
              </NavLink>
            </li>
          ))}
        </ul>
        <Button
          type="text"
          className={styles.fold}
          onClick={fold}
          aria-expanded={!narrow}
          aria-label={narrow ? '展开菜单' : '收起菜单'}
        >
          {narrow ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
          {!narrow && '收起'}
        </Button>
      </div>
    </nav>
  );
}
