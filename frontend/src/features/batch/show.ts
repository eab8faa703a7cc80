import type { Json } from '@/lib/json';
import { showWan } from '@/lib/money';
import { showDeadline } from '@/lib/time';
import type { Field } from './fields';

/** A parameter's value in words, as its kind is shown. */
export function show(field: Field, value: Json | undefined): string {
  if (value === undefined || value === null) return '不设';
  switch (field.kind) {
    case 'wan':
      return `${showWan(String(value))} 万元`;
    case 'ratio':
      return percent(String(value));
    case 'yes':
      return value === true ? '是' : '否';
    case 'instant':
      return showDeadline(String(value));
    case 'choice':
      return field.choices?.[String(value)] ?? String(value);
    case 'choices':
      return Array.isArray(value) && value.length > 0
        ? value.map((v) => field.choices?.[String(v)] ?? String(v)).join('、')
        : '没有';
    case 'words':
    case 'dates':
      return Array.isArray(value) && value.length > 0 ? value.map(String).join('、') : '没有';
    case 'whole':
      return `${String(value)}${field.unit ? ` ${field.unit}` : ''}`;
    case 'text':
      return String(value) || '—';
  }
}

/** A ratio as the pack writes it, 0.50, in per cent, digit by digit: 50%. */
export function percent(ratio: string): string {
  const m = /^(\d+)(?:\.(\d+))?$/.exec(ratio);
  if (!m) return ratio;
  const digits = `${m[1]}${(m[2] ?? '').padEnd(2, '0')}`;
  const cut = digits.length - Math.max((m[2] ?? '').length - 2, 0);
  const whole = digits.slice(0, cut).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(cut).replace(/0+$/, '');
  return `${whole}${rest ? `.${rest}` : ''}%`;
}
