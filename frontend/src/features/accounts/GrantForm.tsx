import { Alert, Button, Form, Input, Select } from 'antd';
import { useRegions } from '@/api/regions';
import { fieldErrors } from '@/components/fieldErrors';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import { clashOf, placesFor } from './grantable';
import { levelWords } from './labels';
import { type Account, useAccountActs, useRoles } from './queries';

interface Typed {
  role: string;
  region: string;
  reason?: string;
}

const fields = ['role', 'region', 'reason'] as const;

/** Gives an account a post in a division. Which posts stand where, and which may not meet, is the server's word. */
export function GrantForm({ account, own }: { account: Account; own: boolean }) {
  const { grant } = useAccountActs();
  const roles = useRoles();
  const regions = useRegions();
  const [form] = Form.useForm<Typed>();
  const chosen = Form.useWatch('role', form);
  const { busy, error, send } = useSending(
    async ({ role, region, reason }: Typed) => {
      await grant(account, { role, region, ...(reason ? { reason } : {}) });
      form.resetFields();
    },
    (e) => form.setFields(fieldErrors(e, fields)),
  );
  if (own) return <p className="quiet">不能给自己授权，请由另一位安全保密管理员办理。</p>;
  if (account.disabled) return <p className="quiet">账号已停用，请系统管理员启用后再授权。</p>;
  const role = roles.data?.items.find((r) => r.role === chosen);
  const places = placesFor(role, regions.data?.items ?? []);
  const clash = clashOf(role, account.grants);
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={send}
      disabled={busy}
      className="screen-only"
      style={{ maxWidth: 560, marginTop: 24 }}
    >
      <h3 style={{ marginBottom: 8 }}>授予岗位</h3>
      <RefusalNote error={error ?? roles.error ?? regions.error} />
      <Form.Item name="role" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择岗位"
          options={(roles.data?.items ?? []).map((r) => ({ value: r.role, label: r.label }))}
          onChange={(value: string) => {
            const only = placesFor(
              roles.data?.items.find((r) => r.role === value),
              regions.data?.items ?? [],
            );
            form.setFieldValue('region', only.length === 1 ? only[0]?.code : undefined);
          }}
        />
      </Form.Item>
      {clash && <Alert type="warning" showIcon role="alert" title={clash} style={{ marginBottom: 16 }} />}
      <Form.Item
        name="region"
        label="区域"
        extra={role && `只能授在${role.levels.map((l) => levelWords[l]).join('、')}`}
        rules={[{ required: true, message: '请选择区域' }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={role ? '请选择区域' : '请先选择岗位'}
          options={places.map((r) => ({ value: r.code, label: `${r.name}（${r.code}）` }))}
        />
      </Form.Item>
      <Form.Item name="reason" label="事由（记入审计流水）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <p className="quiet" style={{ marginBottom: 16 }}>
        授予后立即生效，该账号可以办理这个岗位在所授区域内的全部事项。
      </p>
      <Button type="primary" htmlType="submit" loading={busy} disabled={clash !== ''}>
        授予岗位
      </Button>
    </Form>
  );
}
