import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';

interface Props {
  /** What is chosen, for readers of the screen. */
  label: string;
  accept: string | undefined;
  icon?: ReactNode;
  loading: boolean;
  onPick: (file: File) => void;
  children: ReactNode;
}

/** A button that asks for a file of this PC. The same file may be chosen again, after it was mended. */
export function FilePick({ label, accept, icon, loading, onPick, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(e) => {
          const file = e.target.files?.[0];
          e.target.value = '';
          if (file) onPick(file);
        }}
      />
      <Button icon={icon} loading={loading} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
