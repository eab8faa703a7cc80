import { type Ref, useCallback, useImperativeHandle, useMemo, useRef } from 'react';
import type { Finding } from '@/api/problem';
import type { Column, GridHandle, Row } from '@/components/ProjectGrid';
import { ProjectGrid } from '@/components/ProjectGrid';
import type { Lock } from '../draft/lock';
import type { EnterCell } from '../edit/enterRow';
import { useGridRows } from './gridRows';
import { marksAt } from './marks';
import own from './Sections.module.css';
import { blankVillage, type Village, villageColumns } from './villageColumns';

interface Props {
  value: Village[];
  lock: Lock;
  least: number | undefined;
  findings: Finding[] | undefined;
  enter: Ref<EnterCell>;
  onChange: (value: Village[]) => void;
}

/** ② 行政村: the villages of the zone, filled in as a sheet; how many are still missing is said in red. */
export function VillagesSection({ value, lock, least, findings, enter, onChange }: Props) {
  const { idAt, ...rows } = useGridRows(value, villageColumns, blankVillage, onChange);
  const marks = useMemo(() => marksAt(findings, '/zone/villages', idAt), [findings, idAt]);
  const locked = useCallback(
    (row: Row, column: Column) => lock('villages', row.cells.code || row.cells.name, column.key),
    [lock],
  );
  const grid = useRef<GridHandle>(null);
  useImperativeHandle(
    enter,
    () =>
      (index, [key = '']) =>
        grid.current?.focusCell(idAt(index) ?? '', key) ?? false,
    [idAt],
  );
  const missing = (least ?? 0) - new Set(value.map((v) => v.code || v.name)).size;
  const open = lock('villages') === null;
  return (
    <div data-pointer="/zone/villages">
      <p className={own.bar} role="status">
        <span>
          已填 {value.length} 个行政村{least !== undefined && `，按本批要求不少于 ${least} 个`}
        </span>
        {missing > 0 && <strong className={own.gap}>还差 {missing} 个</strong>}
      </p>
      <ProjectGrid
        ref={grid}
        name="行政村"
        columns={villageColumns}
        rows={rows.rows}
        marks={marks}
        locked={locked}
        onChange={rows.onChange}
        {...(open
          ? { newRow: rows.newRow, onInsert: rows.onInsert, onRemove: rows.onRemove, onMove: rows.onMove }
          : {})}
        empty="还没有行政村。可以逐行填写，也可以从 Excel 复制后粘贴。"
      />
    </div>
  );
}
