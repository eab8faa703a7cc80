import { Radio } from 'antd';
import { Field, type Place } from './Field';

interface Props extends Place {
  value: boolean;
  onChange: (value: boolean) => void;
}

export function FlagField({ value, onChange, ...place }: Props) {
  return (
    <Field {...place}>
      {(id, says) => (
        <Radio.Group
          id={id}
          aria-label={place.label}
          aria-describedby={says}
          value={value}
          disabled={place.lock !== null}
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
          onChange={(e) => onChange(e.target.value === true)}
        />
      )}
    </Field>
  );
}
