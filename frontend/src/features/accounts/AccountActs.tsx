import { Button, Space } from 'antd';
import { useState } from 'react';
import { can, useMe } from '@/api/session';
import { Confirm } from './Confirm';
import { type Act, actWords } from './labels';
import { type Account, useAccountActs } from './queries';

interface Props {
  account: Account;
  onReset: (withPassword: Account) => void;
}

/** What the reader may do with the account now, each with what it does said first. */
export function AccountActs({ account, onReset }: Props) {
  const me = useMe();
  const { act, resetFactor } = useAccountActs();
  const [asking, ask] = useState<Act>();
  const own = account.id === me.accountId;
  const offered: Act[] = [];
  if (can(me, 'account:update')) offered.push(account.disabled ? 'enable' : 'disable');
  if (can(me, 'account:update') && !own) offered.push('reset_password');
  if (can(me, 'account:reset_factor') && account.secondFactor && !own) offered.push('reset_factor');
  async function send(action: Act, reason: string) {
    if (action === 'reset_factor') {
      await resetFactor(account, reason);
      return;
    }
    const done = await act(account, action, reason);
    if (action === 'reset_password') onReset(done);
  }
  return (
    <Space>
      {offered.map((a) => (
        <Button key={a} danger={actWords[a].danger} onClick={() => ask(a)}>
          {actWords[a].name}
        </Button>
      ))}
      {asking && (
        <Confirm
          title={`${actWords[asking].name}：${account.login}`}
          effects={actWords[asking].effects}
          go={actWords[asking].name}
          danger={actWords[asking].danger}
          onSend={(reason) => send(asking, reason)}
          onClose={() => ask(undefined)}
        />
      )}
    </Space>
  );
}
