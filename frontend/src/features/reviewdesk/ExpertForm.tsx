import { Button, Checkbox, Form, Input, Select, Space } from 'antd';
import { useRegions } from '@/api/regions';
import type { Shape } from '@/api/types';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import { useDeskActs } from './queries';

interface Props {
  batchId: string;
  expert: Shape<'Expert'> | undefined;
  mayRegister: Shape<'PoolHolder'>[];
  onClose: () => void;
}

interface Typed {
  accountId: string;
  unit: string;
  field?: string;
  nativeCity?: string;
  workCity?: string;
  served?: string[];
  active: boolean;
}

/** One entry of the pool. What is written here is what the automatic 回避 goes by. */
export function ExpertForm({ batchId, expert, mayRegister, onClose }: Props) {
  const acts = useDeskActs(batchId);
  const regions = useRegions();
  const all = regions.data?.items ?? [];
  const cities = all.filter((r) => r.code.endsWith('00') && !r.code.endsWith('0000'));
  const options = (of: typeof all) => of.map((r) => ({ value: r.code, label: r.name }));
  const { busy, error, send } = useSending(
    async ({ accountId, unit, field, nativeCity, workCity, served, active }: Typed) => {
      await acts.saveExpert(expert?.accountId ?? accountId, expert?.version ?? 0, {
        unit,
        active,
        served: served ?? [],
        ...(field ? { field } : {}),
        ...(nativeCity ? { nativeCity } : {}),
        ...(workCity ? { workCity } : {}),
      });
      onClose();
    },
  );
  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      onFinish={send}
      style={{ maxWidth: 720, marginBottom: 24 }}
      initialValues={{
        unit: expert?.unit ?? '',
        field: expert?.field ?? '',
        nativeCity: expert?.nativeCity?.code,
        workCity: expert?.workCity?.code,
        served: expert?.served.map((d) => d.code) ?? [],
        active: expert?.active ?? true,
      }}
    >
      {expert ? (
        <p>
          <b>
            {expert.code} {expert.name}
          </b>
        </p>
      ) : (
        <Form.Item name="accountId" label="账号" rules={[{ required: true, message: '请选择账号' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="有专家岗位、还没有登记的账号"
            options={mayRegister.map((h) => ({ value: h.accountId, label: h.name }))}
          />
        </Form.Item>
      )}
      <Form.Item name="unit" label="工作单位" rules={[{ required: true, message: '请填写工作单位' }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="field" label="专业领域">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="nativeCity" label="籍贯所在市（省外留空）">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options(cities)} />
      </Form.Item>
      <Form.Item name="workCity" label="任职所在市（省外留空）">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options(cities)} />
      </Form.Item>
      <Form.Item name="served" label="曾任职的县、市">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={options(all.filter((r) => !r.code.endsWith('0000')))}
        />
      </Form.Item>
      <Form.Item name="active" valuePropName="checked">
        <Checkbox>可以抽取</Checkbox>
      </Form.Item>
      <RefusalNote error={error} />
      <Space>
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {expert ? '保存修改' : '登记'}
        </Button>
      </Space>
    </Form>
  );
}
