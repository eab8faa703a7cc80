import { Button } from 'antd';
import { Link } from 'react-router';
import { DeadEnd } from './DeadEnd';

export function Component() {
  return (
    <DeadEnd
      title="没有这个页面"
      advice="地址可能写错了，或者这个页面已经搬走。"
      acts={
        <Link to="/">
          <Button type="primary">回到首页</Button>
        </Link>
      }
    />
  );
}
