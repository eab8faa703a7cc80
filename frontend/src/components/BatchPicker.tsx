import { useBatches } from '@/api/batches';
import { Picker } from './Picker';

interface Props {
  value: string | undefined;
  onChange: (batch: string | undefined) => void;
  /** Whether all batches together are a choice too. */
  all?: boolean;
}

/** Which batch a page is about, of those the caller may know of. */
export function BatchPicker({ value, onChange, all }: Props) {
  const batches = useBatches();
  return (
    <Picker
      label="批次"
      width={380}
      clear={all}
      value={value || undefined}
      onChange={onChange}
      options={(batches.data?.items ?? []).map((b) => ({ value: b.id, label: b.title }))}
    />
  );
}
