import { useEffect, useRef } from 'react';
import { type Choosing, offeredOf } from './choosing';
import styles from './ProjectGrid.module.css';
import type { Column } from './types';

interface Props {
  id: string;
  column: Column;
  choosing: Choosing;
  onPick: (value: string) => void;
}

export const optionId = (list: string, at: number) => `${list}-${at}`;

/** The choices below a cell. The focus stays in the cell; the list only shows where the keys have come to. */
export function ChoiceList({ id, column, choosing, onPick }: Props) {
  const offered = offeredOf(column, choosing.query);
  const here = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row one stands at has changed
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), [choosing.at]);
  return (
    <div className={styles.choices}>
      <div id={id} role="listbox" aria-label={column.title} aria-multiselectable={column.kind === 'multi'}>
        {offered.map((choice, i) => {
          const taken = choosing.taken.includes(choice.value);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the cell's keys choose here
            <div
              key={choice.value}
              id={optionId(id, i)}
              ref={i === choosing.at ? here : undefined}
              role="option"
              aria-selected={taken}
              className={i === choosing.at ? styles.here : undefined}
              onClick={() => onPick(choice.value)}
            >
              <span aria-hidden="true">{taken ? '✓' : '　'}</span> {choice.label}
              {choice.hint && <span className="quiet"> {choice.hint}</span>}
            </div>
          );
        })}
      </div>
      {offered.length === 0 && <p>没有名称含“{choosing.query}”的选项</p>}
      <p className="quiet">
        {column.kind === 'multi' ? '空格键选中或取消，回车键完成，可输入名称查找' : '回车键选定，可输入名称查找'}
      </p>
    </div>
  );
}
