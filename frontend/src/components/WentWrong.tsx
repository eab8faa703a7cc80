import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { DeadEnd } from './DeadEnd';
import { refusalWords } from './refusalWords';

/** The page that could not be shown at all, told to an official: no network, a newer version. */
export function WentWrong() {
  const { title, advice } = words(useRouteError());
  return (
    <DeadEnd
      title={title}
      advice={advice}
      acts={
        <>
          <Button type="primary" onClick={() => location.reload()}>
            刷新本页
          </Button>
          <Link to="/">
            <Button>回到首页</Button>
          </Link>
        </>
      }
    />
  );
}

function words(error: unknown): { title: string; advice: string } {
  // A page's code that is gone from the server: the program was replaced while this tab was open.
  if (error instanceof TypeError && /import|module|fetch/i.test(error.message)) {
    return { title: '系统已经更新', advice: '请刷新本页。已保存的内容都在。' };
  }
  return refusalWords(error);
}
