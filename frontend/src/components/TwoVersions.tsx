import { type ReactNode, useState } from 'react';
import { FilterBar } from './FilterBar';
import { Picker } from './Picker';

interface Props {
  /** Oldest first. */
  versions: number[];
  /** Which two at first; otherwise the last and the one before. */
  chosen?: { from: number; to: number } | undefined;
  children: (from: number, to: number) => ReactNode;
}

/** Two versions to hold against each other. */
export function TwoVersions({ versions, chosen, children }: Props) {
  const [from, setFrom] = useState(chosen?.from ?? versions.at(-2) ?? 1);
  const [to, setTo] = useState(chosen?.to ?? versions.at(-1) ?? 1);
  const options = versions.map((v) => ({ value: String(v), label: `第 ${v} 版` }));
  return (
    <div style={{ marginTop: 24 }}>
      <FilterBar>
        <Picker
          label="比较"
          width={120}
          value={String(from)}
          options={options}
          onChange={(v) => v && setFrom(Number(v))}
        />
        <Picker label="与" width={120} value={String(to)} options={options} onChange={(v) => v && setTo(Number(v))} />
      </FilterBar>
      {children(from, to)}
    </div>
  );
}
