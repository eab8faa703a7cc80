import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Dialog } from '@/components/Dialog';
import type { Json } from '@/lib/json';
import { type RegionList, readRows } from './lists';

/** Replaces a list by rows pasted from Excel, after showing what was read of them. */
export function ListImport({ list, onTake }: { list: RegionList; onTake: (rows: Json) => void }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const id = useId();
  const { rows, wrong } = readRows(list, text);
  const close = () => {
    setOpen(false);
    setText('');
  };
  return (
    <div className="screen-only" style={{ marginBottom: 16 }}>
      <Button onClick={() => setOpen(true)}>从 Excel 粘贴替换</Button>
      {open && (
        <Dialog
          title={`粘贴“${list.title}”`}
          width={760}
          onClose={close}
          foot={
            <>
              <Button onClick={close}>不替换</Button>
              <Button
                type="primary"
                disabled={rows.length === 0 || wrong.length > 0}
                onClick={() => {
                  onTake(rows);
                  close();
                }}
              >
                用这 {rows.length} 行替换
              </Button>
            </>
          }
        >
          <label htmlFor={id}>从 Excel 复制以下各列，粘贴到这里：{list.columns.map((c) => c.title).join('、')}</label>
          <Input.TextArea id={id} rows={10} value={text} onChange={(e) => setText(e.target.value)} />
          {wrong.length > 0 && (
            <Alert
              type="error"
              showIcon
              title={`${wrong.length} 处读不懂，请在 Excel 中改好后再粘贴`}
              description={wrong.slice(0, 20).map((w) => <div key={w}>{w}</div>)}
            />
          )}
          {rows.length > 0 && wrong.length === 0 && (
            <Alert type="success" showIcon title={`读出 ${rows.length} 行，将替换现有的名单；保存前可以恢复。`} />
          )}
        </Dialog>
      )}
    </div>
  );
}
