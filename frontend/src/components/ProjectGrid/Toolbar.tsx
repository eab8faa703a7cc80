import { Button } from 'antd';
import { memo, useState } from 'react';
import type { Act, Offer } from './acts';
import { KeyHelp } from './KeyHelp';
import styles from './ProjectGrid.module.css';

interface Props {
  offers: readonly Offer[];
  full: boolean;
  onAct: (act: Act) => void;
}

const words: Record<Act, string> = {
  undo: '撤销',
  redo: '重做',
  insertRow: '插入一行',
  removeRows: '删除所选行',
  moveUp: '上移',
  moveDown: '下移',
  fillDown: '向下填充',
  full: '全屏编辑',
};

/** What can be done with the table, for the mouse. */
export const Toolbar = memo(function Toolbar({ offers, full, onAct }: Props) {
  const [help, setHelp] = useState(false);
  return (
    <div className={styles.tools}>
      {offers.map(({ act, may }) => (
        <Button key={act} disabled={!may} onClick={() => onAct(act)}>
          {act === 'full' && full ? '退出全屏' : words[act]}
        </Button>
      ))}
      <Button onClick={() => setHelp(!help)} aria-expanded={help}>
        按键说明
      </Button>
      {help && <KeyHelp />}
    </div>
  );
});
