import { Button, Input, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { PagedTable } from '@/components/PagedTable';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import styles from './Desk.module.css';
import { ExpertForm } from './ExpertForm';
import { useExperts } from './queries';

type Expert = Shape<'Expert'>;

/** The 专家库: searched here, as it is a few hundred at most; registered and changed by the secretary. */
export function Experts({ batchId }: { batchId: string }) {
  const me = useMe();
  const experts = useExperts();
  const [q, search] = useState('');
  const [editing, edit] = useState<Expert | 'new'>();
  const keeps = can(me, 'expert:update');
  const found = (experts.data?.items ?? []).filter((e) =>
    [e.code, e.name, e.unit, e.field, e.nativeCity?.name, e.workCity?.name].some((t) => t?.includes(q.trim())),
  );
  const columns: TableColumnsType<Expert> = [
    { key: 'code', title: '编号', width: 80, render: (_, e) => e.code },
    { key: 'name', title: '单位与岗位', render: (_, e) => e.name },
    { key: 'unit', title: '工作单位', render: (_, e) => e.unit },
    { key: 'field', title: '专业领域', width: 130, render: (_, e) => e.field || '—' },
    { key: 'native', title: '籍贯', width: 100, render: (_, e) => e.nativeCity?.name ?? '省外' },
    { key: 'work', title: '任职', width: 100, render: (_, e) => e.workCity?.name ?? '省外' },
    { key: 'served', title: '曾任职', width: 160, render: (_, e) => e.served.map((d) => d.name).join('、') || '—' },
    {
      key: 'active',
      title: '状态',
      width: 110,
      render: (_, e) => <Tag tone={e.active ? 'good' : 'plain'}>{e.active ? '可抽取' : '停用'}</Tag>,
    },
    ...(keeps
      ? [
          {
            key: 'do',
            title: '操作',
            width: 80,
            className: 'screen-only',
            render: (_: unknown, e: Expert) => (
              <Button type="link" onClick={() => edit(e)} aria-label={`修改 ${e.code}`}>
                修改
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <RefusalNote error={experts.error} onRetry={() => experts.refetch()} />
      <div className={`${styles.bar} screen-only`}>
        <Input.Search
          aria-label="查找专家"
          placeholder="编号、单位、专业、城市"
          allowClear
          style={{ width: 320 }}
          onChange={(e) => search(e.target.value)}
        />
        {keeps && (
          <Button type="primary" onClick={() => edit('new')} disabled={experts.data?.mayRegister.length === 0}>
            登记专家
          </Button>
        )}
        {keeps && experts.data?.mayRegister.length === 0 && (
          <span className="quiet">有专家岗位的账号都已登记；新专家须先由系统管理员开设账号。</span>
        )}
      </div>
      {editing && (
        <ExpertForm
          key={editing === 'new' ? 'new' : editing.accountId}
          batchId={batchId}
          expert={editing === 'new' ? undefined : editing}
          mayRegister={experts.data?.mayRegister ?? []}
          onClose={() => edit(undefined)}
        />
      )}
      <PagedTable<Expert>
        aria-label="专家库"
        size="middle"
        columns={columns}
        rowKey={(e) => e.accountId}
        rows={found}
        counted="人"
        loading={experts.isPending}
        scroll={{ x: 1060 }}
        locale={{
          emptyText: experts.data ? (
            <Empty
              what={q ? '没有符合的专家' : '专家库还没有人'}
              next={q ? '可以换个词再找' : '评审组织员点“登记专家”登记'}
            />
          ) : (
            ' '
          ),
        }}
      />
    </>
  );
}
