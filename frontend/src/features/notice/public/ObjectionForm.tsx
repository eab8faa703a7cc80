import { Button, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { isRefusal } from '@/api/problem';
import type { Shape } from '@/api/types';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { useFile } from './queries';

type Typed = Shape<'FileObjectionRequest'>;

const fields = ['applicationNo', 'text', 'contact'] as const;

/** The objection as the server asks for it. What it finds wrong is said at its field; what was typed stays until it is taken in. */
export function ObjectionForm({ notice }: { notice: Shape<'PublicNotice'> }) {
  const [form] = Form.useForm<Typed>();
  const file = useFile(notice.id);
  const navigate = useNavigate();

  if (!notice.accepting)
    return (
      <Panel title="提出异议">
        <p>
          公示期已经届满，不再受理异议。仍有情况反映的，请拨打监督电话 {notice.phone}
          。已经提出的，可凭回执号在公示列表页查询。
        </p>
      </Panel>
    );

  async function send(typed: Typed) {
    try {
      const filed = await file.mutateAsync(trimmed(typed));
      navigate(`/public/receipts/${filed.receiptNo}`);
    } catch (e) {
      const places = isRefusal(e) ? e.places : [];
      const wrong = fields.flatMap((name) => {
        const errors = places.filter((p) => p.location === `/${name}`).map((p) => p.message);
        return errors.length > 0 ? [{ name, errors }] : [];
      });
      form.setFields(wrong);
      const [first] = wrong;
      if (first) form.scrollToField(first.name, { focus: true, block: 'center' });
    }
  }

  return (
    <Panel title="提出异议">
      <p className="quiet" style={{ marginBottom: 16 }}>
        任何单位和个人都可以提出，不需要账号。请写明事实和理由；留下联系方式的仅供核实，不予公开。
      </p>
      <RefusalNote error={file.error} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        disabled={file.isPending}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <Form.Item name="applicationNo" label="所涉申报（针对整个公示的不选）">
          <Select
            allowClear
            placeholder="针对整个公示"
            showSearch={{ optionFilterProp: 'label' }}
            options={notice.entries
              .filter((e) => !e.left)
              .map((e) => ({ value: e.no, label: `${e.no}　${e.city}${e.county}　${e.title}` }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label="事实和理由（必填）"
          rules={[{ required: true, whitespace: true, message: '请写明异议的事实和理由' }]}
        >
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={2000} showCount />
        </Form.Item>
        <Form.Item name="contact" label="联系方式（可不填，不予公开）">
          <Input maxLength={200} placeholder="姓名、电话或邮箱" autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={file.isPending}>
          提交异议
        </Button>
        <span className="quiet">　提交后给出回执号，请记下。</span>
      </Form>
    </Panel>
  );
}

/** Only what was filled in. */
function trimmed({ applicationNo, text, contact }: Typed): Typed {
  return {
    text: text.trim(),
    ...(applicationNo ? { applicationNo } : {}),
    ...(contact?.trim() ? { contact: contact.trim() } : {}),
  };
}
