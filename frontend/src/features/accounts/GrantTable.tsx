import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Confirm } from './Confirm';
import { type Account, useAccountActs } from './queries';

type Held = Shape<'Held'>;

/** The posts of an account, each of which may be taken back. */
export function GrantTable({ account, revokes }: { account: Account; revokes: boolean }) {
  const { revoke } = useAccountActs();
  const [asking, ask] = useState<Held>();
  const columns: TableColumnsType<Held> = [
    { key: 'role', title: '岗位', render: (_, g) => g.roleLabel },
    { key: 'region', title: '区域', render: (_, g) => `${g.regionName}（${g.region}）` },
    ...(revokes
      ? [
          {
            key: 'do',
            title: '操作',
            width: 100,
            className: 'screen-only',
            render: (_: unknown, g: Held) => (
              <Button type="link" danger onClick={() => ask(g)} aria-label={`收回 ${g.regionName} ${g.roleLabel}`}>
                收回
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Table<Held>
        aria-label="岗位"
        size="middle"
        columns={columns}
        rowKey={(g) => g.id}
        dataSource={account.grants}
        pagination={false}
        locale={{
          emptyText: <Empty what="没有授权，只能登录，不能办理业务" next={!revokes && '请安全保密管理员授予岗位'} />,
        }}
      />
      {asking && (
        <Confirm
          title={`收回岗位：${asking.regionName} ${asking.roleLabel}`}
          effects={[
            '该账号的下一次操作起即不再有此权限，正在填写而未保存的内容会存不上。',
            '已办事项和审计流水不受影响；需要时可以重新授予。',
          ]}
          go="收回岗位"
          danger
          onSend={async (reason) => {
            await revoke(account, asking.id, reason);
          }}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  );
}
