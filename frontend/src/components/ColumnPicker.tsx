import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Dialog } from './Dialog';
import type { ColumnChoice } from './useColumns';

interface Props {
  choices: ColumnChoice[];
  hidden: string[];
  onHide: (keys: string[]) => void;
}

/** 列设置: which columns of a list are shown. Each tick works at once; nothing here changes what an export holds. */
export function ColumnPicker({ choices, hidden, onHide }: Props) {
  const [open, setOpen] = useState(false);
  const away = choices.filter((c) => hidden.includes(c.key)).length;
  return (
    <>
      <Button onClick={() => setOpen(true)}>列设置{away > 0 && `（已隐藏 ${away} 列）`}</Button>
      {open && (
        <Dialog
          title="列设置"
          onClose={() => setOpen(false)}
          foot={
            <>
              <Button disabled={away === 0} onClick={() => onHide([])}>
                全部显示
              </Button>
              <Button type="primary" onClick={() => setOpen(false)}>
                完成
              </Button>
            </>
          }
        >
          <p className="quiet">只影响本机上您自己看到的列表和打印，导出的 Excel 仍是全部列。</p>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
            {choices.map((c) => (
              <Checkbox
                key={c.key}
                checked={!hidden.includes(c.key)}
                onChange={(e) => onHide(e.target.checked ? hidden.filter((k) => k !== c.key) : [...hidden, c.key])}
              >
                {c.title}
              </Checkbox>
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
}
