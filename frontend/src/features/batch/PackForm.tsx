import { Form, Tabs } from 'antd';
import type { Place } from '@/api/problem';
import { at, type JsonObject, put } from '@/lib/json';
import { FieldInput } from './FieldInput';
import { parts } from './fields';
import styles from './Pack.module.css';

interface Props {
  pack: JsonObject;
  onChange: (pack: JsonObject) => void;
  /** What the server found wrong, by JSON pointer into the pack. */
  wrong: Place[];
}

/** All parameters of a pack, a tab a part; a tab says how many of its fields are wrong. */
export function PackForm({ pack, onChange, wrong }: Props) {
  const errorOf = (path: string) => wrong.find((w) => pathIn(w.location).startsWith(path))?.message;
  const items = parts.map((part) => {
    const bad = part.fields.filter((f) => errorOf(f.path) !== undefined).length;
    return {
      key: part.key,
      label: bad > 0 ? `${part.title}（${bad} 处有误）` : part.title,
      children: (
        <Form layout="vertical" component="div" className={styles.form}>
          {part.fields.map((f) => (
            <FieldInput
              key={f.path}
              field={f}
              value={at(pack, f.path)}
              onChange={(v) => onChange(put(pack, f.path, v))}
              error={errorOf(f.path)}
            />
          ))}
        </Form>
      ),
    };
  });
  return <Tabs items={items} />;
}

/** /params/quota/perCounty as params.quota.perCounty; the server may say /pack/params/… of a body that holds the pack. */
function pathIn(pointer: string): string {
  return pointer.replace(/^\/(pack\/)?/, '').replaceAll('/', '.');
}
