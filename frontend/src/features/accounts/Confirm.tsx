import { ReasonDialog } from '@/components/ReasonDialog';

interface Props {
  title: string;
  /** What it does, before it is done. */
  effects: string[];
  go: string;
  danger: boolean;
  onSend: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** An act upon an account, with what it does and the reason that goes on record. */
export function Confirm({ effects, ...act }: Props) {
  const list = (
    <ul style={{ paddingLeft: 24, marginBottom: 16 }}>
      {effects.map((e) => (
        <li key={e}>{e}</li>
      ))}
    </ul>
  );
  return <ReasonDialog {...act} effect={list} label="事由（记入审计流水）" optional maxLength={500} />;
}
