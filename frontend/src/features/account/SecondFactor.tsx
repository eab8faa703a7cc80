import { Button } from 'antd';
import { useState } from 'react';
import type { Shape } from '@/api/types';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { FactorForm } from './FactorForm';
import { FactorSecret } from './FactorSecret';
import { useSecondFactor } from './queries';

/** The code at sign-in: turned on in two steps, password then a first code; turned off with both. */
export function SecondFactor({ set }: { set: boolean }) {
  const { draw, confirm, remove } = useSecondFactor();
  const [open, show] = useState(false);
  const [drawn, keep] = useState<Shape<'FactorDrawnBody'>>();
  const close = () => {
    show(false);
    keep(undefined);
  };
  return (
    <Panel title="动态码" aside={<Tag tone={set ? 'good' : 'plain'}>{set ? '已启用' : '没有启用'}</Tag>}>
      <p className="quiet">
        {set
          ? '登录须填写口令和手机验证器上的 6 位动态码。遗失验证器的，请安全保密管理员重置。'
          : '启用后，登录除口令外还须填写手机验证器上的 6 位动态码，口令泄露也不能被人冒用。验证器不需要联网。'}
      </p>
      {!open && (
        <Button style={{ marginTop: 16 }} onClick={() => show(true)}>
          {set ? '停用动态码' : '设置动态码'}
        </Button>
      )}
      {open && !set && !drawn && (
        <FactorForm
          asks={['password']}
          go="下一步"
          onSend={async ({ password }) => keep(await draw(password))}
          onClose={close}
        />
      )}
      {open && !set && drawn && (
        <>
          <FactorSecret drawn={drawn} />
          <FactorForm
            asks={['code']}
            go="启用动态码"
            onSend={async ({ code }) => {
              await confirm(code);
              close();
            }}
            onClose={close}
          />
        </>
      )}
      {open && set && (
        <FactorForm
          asks={['password', 'code']}
          go="停用动态码"
          note="停用后只凭口令登录。"
          onSend={async ({ password, code }) => {
            await remove(password, code);
            close();
          }}
          onClose={close}
        />
      )}
    </Panel>
  );
}
