import { Button, Result } from 'antd';
import { Link } from 'react-router';

export function Component() {
  return (
    <Result
      status="info"
      title={<h1>没有这个页面</h1>}
      subTitle="地址可能写错了，或者这个页面已经搬走。"
      extra={
        <Link to="/">
          <Button type="primary">回到首页</Button>
        </Link>
      }
    />
  );
}
