import { Button, DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Batch } from '@/api/types';
import { RefusalNote } from '@/components/RefusalNote';
import type { JsonObject } from '@/lib/json';
import { instantOf } from '@/lib/time';
import { useSupersede } from './queries';

interface Typed {
  docNo: string;
  effectiveAt?: Dayjs;
}

/** Publishes a changed pack as the next version: on which document, and from when. Verdicts already given stand. */
export function Supersede({ batch, pack, onDone }: { batch: Batch; pack: JsonObject; onDone: () => void }) {
  const supersede = useSupersede(batch);
  return (
    <Form<Typed>
      layout="inline"
      requiredMark={false}
      onFinish={(t) =>
        supersede.mutate(
          {
            pack,
            docNo: t.docNo.trim(),
            effectiveAt: t.effectiveAt ? instantOf(t.effectiveAt.format('YYYY-MM-DD HH:mm')) : null,
          },
          { onSuccess: onDone },
        )
      }
    >
      <Form.Item
        name="docNo"
        label="所依据的文号"
        rules={[{ required: true, whitespace: true, message: '请填写文号' }]}
      >
        <Input placeholder="鲁乡振发〔2022〕30号" style={{ width: 240 }} />
      </Form.Item>
      <Form.Item name="effectiveAt" label="生效时刻" tooltip="不填为立即生效">
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={supersede.isPending}>
        发布第 {batch.packVersion + 1} 版
      </Button>
      <RefusalNote error={supersede.error} />
    </Form>
  );
}
