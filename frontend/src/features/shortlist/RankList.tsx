import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Tag } from '@/components/Tag';
import { moved, type Place } from './order';
import styles from './RankList.module.css';

interface Props {
  places: Place[];
  /** Whether the caller's bureau gives the ranks. */
  mayOrder: boolean;
  onOrder: (ids: string[]) => void;
}

const held = { RECOMMENDED: '已推荐', SIGNED: '已签署，待会签' };

/** 推荐名单 in the order of its ranks; ↑ and ↓, by button or key, move what nobody has signed for yet. */
export function RankList({ places, mayOrder, onOrder }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [last, setLast] = useState<{ id: string; by: -1 | 1 }>();
  // A line that moves takes the focus along; at an end, its other button has it.
  useEffect(() => {
    if (!last) return;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-line="${last.id}"] button`) ?? [];
    const [up, down] = buttons;
    const [first, second] = last.by < 0 ? [up, down] : [down, up];
    (first?.disabled ? second : first)?.focus();
  }, [last]);
  const movable = places.filter((p) => !p.held).map((p) => p.application.id);
  const move = (id: string, by: -1 | 1) => {
    onOrder(moved(places, id, by));
    setLast({ id, by });
  };
  const onKey = (id: string) => (e: KeyboardEvent) => {
    if (e.key !== 'ArrowUp' && e.key !== 'ArrowDown') return;
    e.preventDefault();
    move(id, e.key === 'ArrowUp' ? -1 : 1);
  };
  const now = places.find((p) => p.application.id === last?.id);
  return (
    <>
      <ol ref={list} className={styles.list} aria-label="推荐名单">
        {places.map(({ application: a, rank, held: by }) => (
          <li key={a.id} data-line={a.id} className={styles.line}>
            <strong className={styles.rank}>第 {rank}</strong>
            <span className={styles.title}>
              <Link to={`/applications/${a.id}`}>{a.title}</Link> <span className="quiet">{a.county.name}</span>
            </span>
            {by && <Tag tone={by === 'RECOMMENDED' ? 'good' : 'near'}>{held[by]}</Tag>}
            {!by && mayOrder && (
              <span className={`${styles.acts} screen-only`}>
                <Button
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={`上移：${a.title}`}
                  disabled={movable[0] === a.id}
                  onClick={() => move(a.id, -1)}
                  onKeyDown={onKey(a.id)}
                />
                <Button
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={`下移：${a.title}`}
                  disabled={movable.at(-1) === a.id}
                  onClick={() => move(a.id, 1)}
                  onKeyDown={onKey(a.id)}
                />
                <Link to={`/applications/${a.id}?rank=${rank}#act`}>按第 {rank} 推荐</Link>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p role="status" className="spoken">
        {now && `${now.application.title}：第 ${now.rank}`}
      </p>
    </>
  );
}
