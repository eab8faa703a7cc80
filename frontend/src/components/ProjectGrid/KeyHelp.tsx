import styles from './ProjectGrid.module.css';

const keys: [keys: string, does: string][] = [
  ['方向键、Tab、回车', '到相邻的格；按住 Shift 加方向键选中一片'],
  ['直接输入、F2、双击', '填写或修改；Esc 放弃；Alt+回车在格内换行'],
  ['Ctrl+C、X、V', '复制、剪切、粘贴，可与 Excel、WPS 互相粘贴'],
  ['Ctrl+Z、Ctrl+Y', '撤销、重做'],
  ['Ctrl+D', '用上面一格向下填充'],
  ['Ctrl+回车', '在下面插入一行'],
  ['Delete', '清空选中的格'],
  ['Home、End、Ctrl+Home、Ctrl+End', '到行首、行尾、表首、表尾'],
  ['PageUp、PageDown', '上下翻一屏'],
  ['Ctrl+A', '全选'],
  ['Alt+↓、空格', '打开下拉列表；勾选'],
  ['Esc 后按 Tab', '离开表格'],
];

export function KeyHelp() {
  return (
    <dl className={styles.keys}>
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
