import { DatePicker, Form, Input, InputNumber, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import type { Json } from '@/lib/json';
import { instantOf, showTime } from '@/lib/time';
import type { Field } from './fields';
import { percent } from './show';

interface Props {
  field: Field;
  value: Json | undefined;
  onChange: (value: Json) => void;
  error?: string;
}

/** One parameter as its kind is typed. What cannot be a value of the kind is not passed on. */
export function FieldInput({ field, value, onChange, error }: Props) {
  const id = useId();
  return (
    <Form.Item
      label={field.label}
      htmlFor={id}
      extra={extra(field, value)}
      validateStatus={error ? 'error' : undefined}
      help={error}
    >
      <Typed id={id} field={field} value={value} onChange={onChange} />
    </Form.Item>
  );
}

function extra(field: Field, value: Json | undefined): string | undefined {
  if (field.kind === 'ratio' && typeof value === 'string')
    return `即 ${percent(value)}${field.help ? `；${field.help}` : ''}`;
  return field.help;
}

function Typed({ id, field, value, onChange }: Props & { id: string }) {
  const list = Array.isArray(value) ? value.map(String) : [];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  switch (field.kind) {
    case 'wan':
      return (
        <InputNumber<string>
          id={id}
          stringMode
          min="0"
          value={text}
          suffix="万元"
          onChange={(v) => v !== null && onChange(Number(v))}
          style={{ width: 220 }}
        />
      );
    case 'whole':
      return (
        <InputNumber<number>
          id={id}
          min={0}
          precision={0}
          value={typeof value === 'number' ? value : undefined}
          suffix={field.unit}
          onChange={(v) => v !== null && onChange(v)}
          style={{ width: 220 }}
        />
      );
    case 'yes':
      return (
        <Switch id={id} checked={value === true} checkedChildren="是" unCheckedChildren="否" onChange={onChange} />
      );
    case 'ratio':
      return (
        <Input
          id={id}
          value={text}
          inputMode="decimal"
          onChange={(e) => /^\d*\.?\d*$/.test(e.target.value) && onChange(e.target.value)}
          style={{ width: 220 }}
        />
      );
    case 'instant':
      return (
        <DatePicker
          id={id}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={typeof value === 'string' ? dayjs(showTime(value)) : null}
          onChange={(d) => onChange(d ? instantOf(d.format('YYYY-MM-DD HH:mm')) : null)}
          style={{ width: 220 }}
        />
      );
    case 'choice':
      return <Select id={id} value={text} options={options(field)} onChange={onChange} style={{ width: 220 }} />;
    case 'choices':
      return (
        <Select id={id} mode="multiple" value={list} options={options(field)} onChange={(v: string[]) => onChange(v)} />
      );
    case 'words':
    case 'dates':
      return (
        <Select
          id={id}
          mode="tags"
          value={list}
          open={false}
          tokenSeparators={[' ', '、', ',', '，']}
          onChange={(v: string[]) => onChange(v)}
        />
      );
    case 'text':
      return <Input id={id} value={text} onChange={(e) => onChange(e.target.value)} />;
  }
}

function options(field: Field) {
  return Object.entries(field.choices ?? {}).map(([value, label]) => ({ value, label }));
}
