import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useBatches } from '@/api/batches';
import { useMe } from '@/api/session';
import { options } from '@/api/words';
import { Dialog } from '@/components/Dialog';
import { RefusalNote } from '@/components/RefusalNote';
import { type NewApplication, useCreate } from '../create';

const channels = options<NewApplication['channel']>('channel');

/** Opens a draft for one's own county in a batch that collects. */
export function NewDraft() {
  const me = useMe();
  const navigate = useNavigate();
  const create = useCreate();
  const batches = (useBatches().data?.items ?? []).filter((b) => b.state === 'COLLECTING');
  const [open, setOpen] = useState(false);
  const counties = me.grants.filter((g) => g.role === 'county_filer');
  const first = counties[0];
  if (!first) return null;
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        新建申报
      </Button>
      {open && (
        <Dialog title="新建申报" onClose={() => setOpen(false)}>
          <Form<NewApplication>
            layout="vertical"
            requiredMark={false}
            initialValues={{ county: first.region, batchCode: batches[0]?.code, channel: 'CITY_SELECTED', name: '' }}
            onFinish={(typed) =>
              create.mutate(
                { ...typed, countyName: counties.find((c) => c.region === typed.county)?.regionName ?? '' },
                { onSuccess: (made) => navigate(`/applications/${made.application.id}/edit`) },
              )
            }
          >
            <RefusalNote error={create.error} />
            <Form.Item
              name="batchCode"
              label="批次"
              rules={[{ required: true, message: '没有正在申报的批次，暂不能新建' }]}
            >
              <Select
                options={batches.map((b) => ({ value: b.code, label: b.title }))}
                placeholder="没有正在申报的批次"
              />
            </Form.Item>
            <Form.Item name="county" label="县（市、区）" rules={[{ required: true, message: '请选择' }]}>
              <Select options={counties.map((c) => ({ value: c.region, label: c.regionName }))} />
            </Form.Item>
            <Form.Item name="channel" label="申报通道" rules={[{ required: true, message: '请选择' }]}>
              <Select options={channels} />
            </Form.Item>
            <Form.Item name="name" label="推进区名称" extra="以后可以修改">
              <Input maxLength={200} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={create.isPending} block>
              建立草稿并开始填报
            </Button>
          </Form>
        </Dialog>
      )}
    </>
  );
}
