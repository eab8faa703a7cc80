import { Select } from 'antd';
import { Field, type Place } from './Field';

interface Props extends Place {
  value: string[];
  onChange: (value: string[]) => void;
}

/** Several names, each closed with Enter or a comma. */
export function NamesField({ value, onChange, ...place }: Props) {
  return (
    <Field {...place} hint={place.hint ?? '逐个填写，按回车分开'}>
      {(id, says) => (
        <Select
          id={id}
          aria-describedby={says}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['，', ',', '、', '；', ';']}
          value={value}
          disabled={place.lock !== null}
          onChange={(names: string[]) => onChange(names.map((n) => n.trim()).filter((n) => n !== ''))}
        />
      )}
    </Field>
  );
}
