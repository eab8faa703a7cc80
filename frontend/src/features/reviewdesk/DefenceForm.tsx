import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, DatePicker, Input, Space } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import type { Shape } from '@/api/types';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import { instantOf, showTime } from '@/lib/time';
import { useDeskActs } from './queries';

type Attendant = Shape<'Attendant'>;

interface Props {
  batchId: string;
  defence: Shape<'Defence'>;
  onClose: () => void;
}

/** When one application is heard; afterwards which posts came, never who by name. */
export function DefenceForm({ batchId, defence: d, onClose }: Props) {
  const acts = useDeskActs(batchId);
  const id = useId();
  const [at, setAt] = useState(d.meetingAt ? dayjs(showTime(d.meetingAt)) : null);
  const [posts, setPosts] = useState<Attendant[]>(
    d.attendance.length > 0
      ? d.attendance
      : [
          { unit: `${d.countyName}人民政府`, post: '主要负责同志', present: true },
          { unit: `${d.countyName}乡村振兴局`, post: '局长', present: true },
          { unit: `${d.countyName}财政局`, post: '局长', present: true },
        ],
  );
  const [minutes, setMinutes] = useState(d.minutes);
  const change = (i: number, to: Partial<Attendant>) => setPosts(posts.map((p, k) => (k === i ? { ...p, ...to } : p)));

  const { busy, error, send } = useSending(async (body: Shape<'DefenceRecordedBody'>) => {
    await acts.recordDefence(d, body);
    onClose();
  });
  const when = at ? { meetingAt: instantOf(at.format('YYYY-MM-DD HH:mm')) } : {};
  return (
    <Panel title={`${d.no} ${d.title}`} aside={<Button onClick={onClose}>收起</Button>}>
      <Space wrap>
        <label htmlFor={id}>答辩时间</label>
        <DatePicker id={id} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" value={at} onChange={setAt} />
        {!d.heldAt && (
          <Button loading={busy} disabled={!at} onClick={() => send(when)}>
            安排时间
          </Button>
        )}
      </Space>
      <fieldset style={{ margin: '16px 0', padding: 0, border: 0 }}>
        <legend>参会岗位（只写单位和岗位，不写姓名）</legend>
        {posts.map((p, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and are only appended or removed whole.
          <Space key={i} style={{ display: 'flex', marginTop: 8 }}>
            <Input
              aria-label={`第 ${i + 1} 行：单位`}
              style={{ width: 260 }}
              value={p.unit}
              onChange={(e) => change(i, { unit: e.target.value })}
            />
            <Input
              aria-label={`第 ${i + 1} 行：岗位`}
              style={{ width: 200 }}
              value={p.post}
              onChange={(e) => change(i, { post: e.target.value })}
            />
            <Checkbox checked={p.present} onChange={(e) => change(i, { present: e.target.checked })}>
              到会
            </Checkbox>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`删除第 ${i + 1} 行`}
              onClick={() => setPosts(posts.filter((_, k) => k !== i))}
            />
          </Space>
        ))}
        <Button
          icon={<PlusOutlined aria-hidden />}
          style={{ marginTop: 8 }}
          onClick={() => setPosts([...posts, { unit: '', post: '', present: true }])}
        >
          加一个岗位
        </Button>
      </fieldset>
      <label htmlFor={`${id}-minutes`}>记录</label>
      <Input.TextArea
        id={`${id}-minutes`}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={minutes}
        onChange={(e) => setMinutes(e.target.value)}
      />
      <RefusalNote error={error} />
      <Button
        type="primary"
        style={{ marginTop: 8 }}
        loading={busy}
        onClick={() => send({ ...when, attendance: posts, ...(minutes.trim() ? { minutes } : {}) })}
      >
        登记参会
      </Button>
    </Panel>
  );
}
