import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { ListTable } from '@/components/ListTable';
import { Tag } from '@/components/Tag';
import { useListParams } from '@/lib/listParams';
import { showTime } from '@/lib/time';
import { accountsAsked, useAccounts } from './queries';

type Row = Shape<'GrantsOf'>;

/** One line an account; it leads to the account for who may open it, to its stream for who watches. */
export function AccountList() {
  const me = useMe();
  const params = useListParams();
  const list = useAccounts(accountsAsked(params));
  const opens = can(me, 'account:read');
  const columns: TableColumnsType<Row> = [
    {
      key: 'login',
      title: '账号',
      width: 160,
      sorter: true,
      render: (_, a) => (opens ? <Link to={`/accounts/${a.accountId}`}>{a.login}</Link> : a.login),
    },
    { key: 'name', title: '名称', width: 230, sorter: true, render: (_, a) => a.name },
    { key: 'unit', title: '单位', width: 190, sorter: true, render: (_, a) => a.unit },
    {
      key: 'grants',
      title: '岗位',
      render: (_, a) => a.grants.map((g) => `${g.regionName} ${g.roleLabel}`).join('；') || '没有授权',
    },
    {
      key: 'state',
      title: '状态',
      width: 120,
      render: (_, a) => <Tag tone={a.disabled ? 'plain' : 'good'}>{a.disabled ? '停用' : '在用'}</Tag>,
    },
    { key: 'updated', title: '最近变更', width: 160, sorter: true, render: (_, a) => showTime(a.updatedAt) },
    ...(can(me, 'audit:read')
      ? [
          {
            key: 'stream',
            title: '经过',
            width: 80,
            className: 'screen-only',
            render: (_: unknown, a: Row) => (
              <Link to={`/audit/account/${a.accountId}`} aria-label={`${a.login}的流水`}>
                流水
              </Link>
            ),
          },
        ]
      : []),
  ];
  const narrowed = ['q', 'role', 'region', 'state'].some((n) => params.get(n) !== undefined);
  return (
    <ListTable<Row>
      caption="账号与授权"
      columns={columns}
      rowKey={(a) => a.accountId}
      list={list.data}
      params={{ ...params, sort: params.sort ?? 'login' }}
      loading={list.isPending}
      error={list.error}
      onRetry={() => list.refetch()}
      width={1060}
      empty={<Empty what={narrowed ? '没有符合条件的账号' : '还没有账号'} next={narrowed && '请放宽条件再查'} />}
    />
  );
}
