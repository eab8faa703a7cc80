import { Button } from 'antd';
import { Link, useLocation } from 'react-router';
import { isRefusal } from '@/api/problem';
import { useMe } from '@/api/session';
import { DeadEnd } from './DeadEnd';
import { isShut, refusalWords } from './refusalWords';
import { entriesFor } from './Shell/entries';

interface Props {
  error: unknown;
  /** Offered where trying again can help. */
  onRetry?: () => void;
}

/** In place of a page whose main matter the server refused: why, and back to the list it hangs from. */
export function PageRefusal({ error, onRetry }: Props) {
  const { pathname } = useLocation();
  const list = entriesFor(useMe()).find((e) => e.to !== '/' && pathname.startsWith(`${e.to}/`));
  const { title, advice } = refusalWords(error);
  return (
    <DeadEnd
      title={title}
      advice={isRefusal(error) && error.status >= 500 ? `${advice}报修时请提供编号：${error.request}` : advice}
      acts={
        <>
          {!isShut(error) && onRetry && <Button onClick={onRetry}>再试一次</Button>}
          {list && (
            <Link to={list.to}>
              <Button type="primary">回到{list.label}</Button>
            </Link>
          )}
          <Link to="/">
            <Button type={list ? 'default' : 'primary'}>回到首页</Button>
          </Link>
        </>
      }
    />
  );
}
