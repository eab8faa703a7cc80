import { type ComponentProps, type Ref, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { ChoiceList, optionId } from './ChoiceList';
import { titleOf } from './cell';
import type { Choosing } from './choosing';
import type { Mode } from './keys';
import styles from './ProjectGrid.module.css';
import type { Spot } from './selection';
import type { Column } from './types';
import { type Place, type Sheet, usePlace } from './useSheet';

interface Props extends Pick<ComponentProps<'textarea'>, 'onKeyDown' | 'onCopy' | 'onCut' | 'onPaste' | 'onBlur'> {
  input: Ref<HTMLTextAreaElement> & { current: HTMLTextAreaElement | null };
  id: string;
  sheet: Sheet;
  place: (spot: Spot) => Place | null;
  at: Spot;
  column: Column | undefined;
  mode: Mode;
  choosing: Choosing | null;
  trouble: string | null;
  readOnly: boolean;
  name: string;
  /** What the active cell shows. */
  shown: string;
  /** Changes whenever the table is drawn differently. */
  drawn: unknown;
  onTyped: (text: string) => void;
  onPick: (value: string) => void;
}

const mostHeight = 260;

/**
 * The one text field of the grid. It lies over the active cell, clear until something is typed, and always has the focus: so an input method
 * composes straight into the cell, and copy and paste come to it. It stands beside the table, not in it: a grid holds rows only.
 */
export function CellEditor(props: Props) {
  const {
    input,
    id,
    sheet,
    place,
    at,
    column,
    mode,
    choosing,
    trouble,
    readOnly,
    name,
    shown,
    drawn,
    onTyped,
    onPick,
  } = props;
  const here = usePlace(place, at, sheet.scroller, drawn);
  const editing = mode !== 'move';
  const list = `${id}-list`;

  function grow() {
    const field = input.current;
    if (!field) return;
    field.style.height = `${here?.height ?? 0}px`;
    if (editing && field.scrollHeight > field.clientHeight)
      field.style.height = `${Math.min(field.scrollHeight + 4, mostHeight)}px`;
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the cell or the way it is held changes
  useLayoutEffect(grow, [here, editing]);

  const wide = editing && column?.kind === 'text' ? (column.long ? 360 : 200) : 0;
  return (
    <>
      <textarea
        ref={input}
        id={id}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        placeholder={choosing ? shown : undefined}
        readOnly={readOnly}
        className={`${styles.editor} ${editing ? styles.editing : ''}`}
        style={here ? styleOf(here, wide) : undefined}
        aria-label={column ? `${name}，第 ${at.row + 1} 行，${titleOf(column)}` : name}
        aria-describedby={`${id}-help`}
        aria-invalid={trouble !== null || undefined}
        aria-autocomplete={choosing ? 'list' : undefined}
        aria-controls={choosing ? list : undefined}
        aria-activedescendant={choosing ? optionId(list, choosing.at) : undefined}
        onInput={(e) => {
          if (editing) grow();
          onTyped(e.currentTarget.value);
        }}
        onKeyDown={props.onKeyDown}
        onCopy={props.onCopy}
        onCut={props.onCut}
        onPaste={props.onPaste}
        onBlur={props.onBlur}
      />
      {here &&
        column &&
        (choosing || trouble !== null) &&
        sheet.frame.current &&
        createPortal(
          // biome-ignore lint/a11y/noStaticElementInteractions: a click here must not take the focus from the cell
          <div className={styles.below} style={belowOf(here)} onMouseDown={(e) => e.preventDefault()}>
            {trouble !== null && (
              <p role="alert" className={styles.trouble}>
                {trouble}（按 Esc 放弃修改）
              </p>
            )}
            {choosing && <ChoiceList id={list} column={column} choosing={choosing} onPick={onPick} />}
          </div>,
          sheet.frame.current,
        )}
    </>
  );
}

function styleOf({ left, top, width, covered }: Place, wide: number) {
  return { left, top, width: Math.max(width, wide), clipPath: covered > 0 ? `inset(0 0 0 ${covered}px)` : undefined };
}

const hangingWidth = 340;

function belowOf({ frameLeft, frameTop, height, room, up }: Place) {
  const left = Math.max(Math.min(frameLeft, room - hangingWidth), 0);
  return up ? { left, top: frameTop, transform: 'translateY(-100%)' } : { left, top: frameTop + height };
}
