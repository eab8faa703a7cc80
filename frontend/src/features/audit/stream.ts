import type { paths } from '@/api/schema';
import type { Shape } from '@/api/types';

export type Entry = Shape<'Entry'>;
export type Kind = paths['/audit/streams/{kind}/{id}']['get']['parameters']['path']['kind'];

const kinds: Record<Kind, string> = {
  application: '申报',
  fund: '资金',
  batch: '批次',
  account: '账号',
  notice: '公示',
  review: '评分',
  expert: '专家',
  audit: '核验',
};

export function isKind(text: string | undefined): text is Kind {
  return text !== undefined && text in kinds;
}

/** What a stream is called: 申报 370686-01 栖霞市…; a thing that is no more keeps its id. */
export function streamName(stream: string, title: string): string {
  const [kind, id] = stream.split('/');
  if (kind === 'audit') return '核验记录';
  return `${isKind(kind) ? kinds[kind] : kind} ${title || id}`;
}

/** Where a stream, or one of its entries, is shown. */
export function pathOf(stream: string, seq?: number): string {
  return seq === undefined ? `/audit/${stream}` : `/audit/${stream}/${seq}`;
}

/** Where the entries around a place are shown: the one before it first, as the place itself may be gone. */
export function aroundOf(place: { stream: string; seq: number }): string {
  return `${pathOf(place.stream)}?after=${Math.max(0, place.seq - 2)}`;
}

/** Who acted, and as what. An attempt to sign in that failed was nobody's. */
export function actorOf(e: Pick<Entry, 'actor' | 'action' | 'role' | 'roleLabel' | 'regionName'>): string {
  if (e.actor === '') return e.role === 'system' ? '系统' : '未确认身份的人';
  const post = [e.regionName, e.roleLabel].filter(Boolean).join(' ');
  // The region of a granted post is the post's, not the actor's.
  return e.roleLabel !== '' && post !== '' ? `${e.actor}（${post}）` : e.actor;
}

/** From where to where an act moved its subject; nothing when it stayed. */
export function moved(e: Pick<Entry, 'from' | 'to' | 'fromLabel' | 'toLabel'>): string {
  if (e.to === '' || e.from === e.to) return '';
  return e.from === '' ? e.toLabel : `${e.fromLabel} → ${e.toLabel}`;
}
