import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';

interface Props<T> extends TableProps<T> {
  'aria-label': string;
}

/** A table that may be wider or longer than its place: what scrolls can be reached by keys, whatever the cells hold. */
export function WideTable<T extends object>(props: Props<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const { 'aria-label': name, scroll } = props;
  useEffect(() => {
    const moving = frame.current?.querySelector('.ant-table-body, .ant-table-content');
    if (!scroll || !moving) return;
    moving.setAttribute('tabindex', '0');
    moving.setAttribute('role', 'group');
    moving.setAttribute('aria-label', `${name}，可滚动`);
  });
  return (
    <div ref={frame}>
      <Table<T> {...props} />
    </div>
  );
}
