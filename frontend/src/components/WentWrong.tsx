import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { isRefusal } from '@/api/problem';
import { DeadEnd } from './DeadEnd';

/** The page that could not be shown, told to an official: not yours, not there, no network, a newer version. */
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
  if (isRefusal(error)) {
    if (error.status === 403) return { title: '您的岗位不能办理这件事', advice: error.message };
    if (error.status === 404) return { title: '没有找到，或不属于您的办理范围', advice: error.message };
    if (error.status === 0) return { title: '网络不通', advice: error.message };
    return { title: '暂时打不开', advice: error.message };
  }
  // A page's code that is gone from the server: the program was replaced while this tab was open.
  if (error instanceof TypeError && /import|module|fetch/i.test(error.message)) {
    return { title: '系统已经更新', advice: '请刷新本页。已保存的内容都在。' };
  }
  return { title: '页面出错', advice: '请刷新后再试。已保存的内容都在。' };
}
