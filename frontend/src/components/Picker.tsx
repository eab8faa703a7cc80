import { Select } from 'antd';
import { useId } from 'react';
import styles from './Picker.module.css';

interface Props<V extends string> {
  label: string;
  value: V | undefined;
  options: { value: V; label: string }[];
  onChange: (value: V | undefined) => void;
  width?: number;
  /** Offered as the choice of none. */
  clear?: boolean;
}

/** One labelled choice of a filter bar. */
export function Picker<V extends string>({ label, value, options, onChange, width = 200, clear = false }: Props<V>) {
  const id = useId();
  return (
    <span className={styles.picker}>
      <label htmlFor={id}>{label}</label>
      <Select<V>
        id={id}
        value={value}
        options={options}
        onChange={(v?: V) => onChange(v)}
        allowClear={clear}
        placeholder={clear ? '全部' : '请选择'}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width }}
      />
    </span>
  );
}
