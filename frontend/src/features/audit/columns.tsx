import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import { showTime } from '@/lib/time';
import { actorOf, type Entry, moved, pathOf, streamName } from './stream';

/** What a list over several streams says besides: which stream an entry belongs to. */
export const streamColumn: TableColumnType<Entry> = {
  key: 'stream',
  title: '流水',
  render: (_, e) => <Link to={pathOf(e.stream)}>{streamName(e.stream, e.streamTitle)}</Link>,
};

/** Texts have no width of their own: they share what a wider window leaves. */
export const entryColumns: [TableColumnType<Entry>, ...TableColumnType<Entry>[]] = [
  { key: 'at', title: '时间', width: 152, render: (_, e) => showTime(e.at) },
  {
    key: 'seq',
    title: '序号',
    width: 68,
    align: 'right',
    render: (_, e) => (
      <Link to={pathOf(e.stream, e.seq)} aria-label={`第 ${e.seq} 条详情`}>
        {e.seq}
      </Link>
    ),
  },
  {
    key: 'action',
    title: '事项',
    width: 166,
    render: (_, e) => (
      <>
        {e.actionLabel}
        {moved(e) !== '' && <div className="quiet">{moved(e)}</div>}
      </>
    ),
  },
  { key: 'actor', title: '办理人', render: (_, e) => actorOf(e) },
  { key: 'object', title: '对象', render: (_, e) => e.objectLabel || '—' },
  { key: 'reason', title: '事由、意见', render: (_, e) => e.reason || '—' },
];
