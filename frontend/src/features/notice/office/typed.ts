import type { Shape } from '@/api/types';

/** What is written of a notice's draft. */
export type Typed = Shape<'NoticePutBody'>;

export const words: Record<keyof Typed, string> = {
  title: '标题',
  body: '正文',
  channel: '发布渠道',
  phone: '监督电话',
};

export const typedOf = ({ title, body, channel, phone }: Shape<'Notice'>): Typed => ({ title, body, channel, phone });
