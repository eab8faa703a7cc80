import { Descriptions } from 'antd';
import type { ReactNode } from 'react';

/** Names and values, some across the whole width. */
export function Facts({ of, columns = 3 }: { of: [label: string, value: ReactNode, wide?: true][]; columns?: number }) {
  return (
    <Descriptions size="small" column={{ xs: 1, md: Math.min(2, columns), lg: columns }} bordered>
      {of.map(([label, value, wide]) => (
        <Descriptions.Item key={label} label={label} {...(wide ? { span: 'filled' as const } : {})}>
          {value === '' || value === undefined || value === null ? '—' : value}
        </Descriptions.Item>
      ))}
    </Descriptions>
  );
}

export const yesNo = (value: boolean | undefined) => (value === undefined ? '—' : value ? '是' : '否');
