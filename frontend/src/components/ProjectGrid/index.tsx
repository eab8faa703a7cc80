import { useId, useMemo } from 'react';
import { CellEditor } from './CellEditor';
import { showCell } from './cell';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { frozenWidth, lefts as leftsOf, tracks } from './layout';
import { PastePreview } from './PastePreview';
import { PrintTables } from './PrintTables';
import styles from './ProjectGrid.module.css';
import type { GridProps } from './props';
import { StatusLine } from './StatusLine';
import { Toolbar } from './Toolbar';
import { Totals } from './Totals';
import { useGrid } from './useGrid';

/** A table that is filled in as in a spreadsheet: by keys, with copy and paste both ways, and undone step by step. */
export function ProjectGrid(props: GridProps) {
  const { name, columns, rows, busy, readOnly = false, empty } = props;
  const grid = useGrid(props);
  const { sheet, rect, selection, holding } = grid;
  const { at } = selection;
  const { plan } = grid.clipboard;
  const column = columns[at.col];
  const id = useId();
  const lefts = useMemo(() => leftsOf(columns), [columns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object each time the table is drawn differently
  const drawn = useMemo(() => ({}), [rows, columns, grid.full]);
  return (
    <div className={grid.full ? `${styles.grid} ${styles.full}` : styles.grid}>
      <Toolbar offers={grid.offers} full={grid.full} onAct={grid.toolbar} />
      <div ref={sheet.frame} className={styles.frame}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: every act of the mouse has a key, taken by the text field */}
        <div
          ref={sheet.scroller}
          className={styles.scroller}
          onMouseDown={grid.mouse.down}
          onDoubleClick={grid.mouse.double}
        >
          <div
            className={styles.sheet}
            style={{ '--tracks': tracks(columns), '--frozen': `${frozenWidth(columns)}px` }}
          >
            <table
              ref={sheet.table}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table gone over cell by cell is a grid
              role="grid"
              aria-label={name}
              aria-multiselectable="true"
              aria-readonly={readOnly}
              className={styles.table}
            >
              <GridHead columns={columns} lefts={lefts} />
              <tbody>
                {rows.map((row, i) => {
                  const chosen = i >= rect.top && i <= rect.bottom;
                  return (
                    <GridRow
                      key={row.id}
                      row={row}
                      number={i + 1}
                      columns={columns}
                      lefts={lefts}
                      marks={grid.marks.get(row.id)}
                      busy={busy?.[row.id]}
                      lock={grid.lock}
                      from={chosen ? rect.left : -1}
                      to={chosen ? rect.right : -1}
                    />
                  );
                })}
              </tbody>
              <Totals columns={columns} lefts={lefts} rows={rows} />
            </table>
            <CellEditor
              input={grid.input}
              id={id}
              sheet={sheet}
              place={sheet.place}
              at={at}
              column={column}
              mode={holding.held.mode}
              choosing={holding.held.choosing}
              trouble={holding.held.trouble}
              readOnly={readOnly}
              name={name}
              shown={column ? showCell(column, rows[at.row]?.cells[column.key] ?? '') : ''}
              drawn={drawn}
              onTyped={holding.typed}
              onPick={holding.clickChoice}
              onKeyDown={grid.onKeyDown}
              onCopy={grid.clipboard.onCopy}
              onCut={grid.clipboard.onCopy}
              onPaste={grid.clipboard.onPaste}
              onBlur={grid.onBlur}
            />
          </div>
        </div>
      </div>
      {rows.length === 0 && <p className={styles.empty}>{empty ?? '还没有内容。'}</p>}
      <StatusLine
        rows={rows}
        columns={columns}
        at={at}
        rect={rect}
        marks={grid.marks.get(rows[at.row]?.id ?? '')}
        lock={grid.lock}
      />
      <p id={`${id}-help`} className="spoken">
        方向键移动，直接输入或按 F2 修改，先按 Esc 再按 Tab 离开表格。
      </p>
      <div className="spoken" aria-live="polite">
        {grid.spoken}
      </div>
      <PrintTables name={name} columns={columns} rows={rows} />
      {plan && <PastePreview plan={plan} onPaste={() => grid.clipboard.paste(plan)} onCancel={grid.clipboard.cancel} />}
    </div>
  );
}

export type { GridProps } from './props';
export type { Busy, Cell, CellChange, Column, GridHandle, Lock, Mark, Row } from './types';
