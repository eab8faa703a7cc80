import { Alert, Button, type TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { FindingList } from '@/components/FindingList';
import { Tag } from '@/components/Tag';
import type { Tone } from '@/components/verdict';
import { WideTable } from '@/components/WideTable';

type Imported = Shape<'ProjectsImported'>;
type Outcome = Imported['projects'][number];

const kinds: Record<Outcome['kind'], { word: string; tone: Tone }> = {
  ADDED: { word: '新增', tone: 'good' },
  CHANGED: { word: '修改', tone: 'near' },
  REMOVED: { word: '删除', tone: 'bad' },
  UNCHANGED: { word: '不变', tone: 'plain' },
};

const columns: TableColumnsType<Outcome> = [
  { key: 'id', title: '编号', width: 90, render: (_, p) => p.id },
  { key: 'name', title: '项目名称', width: 260, render: (_, p) => p.name },
  {
    key: 'kind',
    title: '结果',
    width: 90,
    render: (_, p) => <Tag tone={kinds[p.kind].tone}>{kinds[p.kind].word}</Tag>,
  },
  {
    key: 'changes',
    title: '改动',
    render: (_, p) =>
      p.kind === 'CHANGED'
        ? p.changes.map((c) => <p key={c.pointer + c.field}>{c.text}</p>)
        : p.kind === 'REMOVED'
          ? '表中没有，将被删除'
          : '',
  },
];

interface Props {
  name: string;
  preview: Imported;
  busy: boolean;
  onTake: () => void;
  onDrop: () => void;
}

/** What an Excel table would change, project by project, before anything is saved. */
export function ImportPreview({ name, preview, busy, onTake, onDrop }: Props) {
  const count = (kind: Outcome['kind']) => preview.projects.filter((p) => p.kind === kind).length;
  const changed = preview.projects.filter((p) => p.kind !== 'UNCHANGED');
  return (
    <section aria-label="导入预览" style={{ marginBottom: 16 }}>
      <Alert
        type="info"
        showIcon
        title={`预览“${name}”：新增 ${count('ADDED')}、修改 ${count('CHANGED')}、删除 ${count('REMOVED')}、不变 ${count('UNCHANGED')} 个项目${preview.reordered ? '，次序有变' : ''}。还没有保存。`}
        action={
          <>
            <Button
              type="primary"
              loading={busy}
              disabled={changed.length === 0 && !preview.reordered}
              onClick={onTake}
            >
              导入
            </Button>{' '}
            <Button disabled={busy} onClick={onDrop}>
              不导入
            </Button>
          </>
        }
      />
      {preview.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="读表时替您改正或没有导入的，请核对"
          description={
            <ul style={{ paddingLeft: 20 }}>
              {preview.warnings.map((w) => (
                <li key={w.location + w.message}>
                  {w.location}：{w.message}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <WideTable<Outcome>
        aria-label="导入将带来的变化"
        size="small"
        columns={columns}
        rowKey={(p) => p.id}
        dataSource={changed}
        pagination={false}
        scroll={{ y: 320 }}
      />
      {preview.changed.length > 0 && (
        <>
          <h3>因导入而变化的检查结论</h3>
          <FindingList findings={preview.changed} />
        </>
      )}
    </section>
  );
}
