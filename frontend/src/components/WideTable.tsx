import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';
import { usePrinting } from './usePrinting';

interface Props<T> extends TableProps<T> {
  'aria-label': string;
}

// What scrolls further than this does not fit an upright sheet.
const upright = 1000;

/**
 * A table that may be wider or longer than its place: what scrolls can be reached by keys, whatever the cells hold, and is printed
 * whole, a wide one across.
 */
export function WideTable<T extends object>(props: Props<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const { 'aria-label': name, scroll } = props;
  const wide = typeof scroll?.x === 'number' && scroll.x > upright;
  useEffect(() => {
    const moving = frame.current?.querySelector('.ant-table-body, .ant-table-content');
    if (!scroll || !moving) return;
    moving.setAttribute('tabindex', '0');
    moving.setAttribute('role', 'group');
    moving.setAttribute('aria-label', `${name}，可滚动`);
  });
  return (
    <div ref={frame} className={wide ? 'wide' : undefined}>
      <Table<T> {...props} {...(printing && { scroll: undefined, sticky: false })} />
    </div>
  );
}
