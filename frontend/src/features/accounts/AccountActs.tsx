import { Button, Space } from 'antd';
import { useState } from 'react';
import { Confirm } from './Confirm';
import { type Act, actWords } from './labels';
import { type Account, useAccountActs } from './queries';

interface Props {
  account: Account;
  own: boolean;
  onReset: (withPassword: Account) => void;
}

/** What the administrator of accounts may do with one now. */
export function AccountActs({ account, own, onReset }: Props) {
  const { act } = useAccountActs();
  const [asking, ask] = useState<Act>();
  const offered: Act[] = [account.disabled ? 'enable' : 'disable', ...(own ? [] : (['reset_password'] as const))];
  async function send(action: Act, reason: string) {
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
