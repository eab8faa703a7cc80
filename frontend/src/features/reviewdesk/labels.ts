import type { Shape } from '@/api/types';
import type { Tone } from '@/components/verdict';

export type Stage = 'WRITTEN' | 'DEFENCE';

export const stages: { value: Stage; label: string }[] = [
  { value: 'WRITTEN', label: '书面评审' },
  { value: 'DEFENCE', label: '视频答辩' },
];

export const drawTones: Record<Shape<'Draw'>['state'], Tone> = {
  PROPOSED: 'near',
  PUBLISHED: 'good',
  DISCARDED: 'plain',
};

export const drawWords: Record<Shape<'Draw'>['state'], string> = {
  PROPOSED: '预览，未发布',
  PUBLISHED: '已发布',
  DISCARDED: '已作废',
};

export const groundWords: Record<Shape<'Conflict'>['ground'], string> = {
  SAME_CITY: '同市',
  SAME_UNIT: '同单位',
  SERVED_THERE: '曾任职',
  DECLARED: '已回避',
};

export const memberTones: Record<Shape<'PanelMember'>['state'], Tone> = {
  ASSIGNED: 'near',
  OPEN: 'action',
  SUBMITTED: 'good',
  RECUSED: 'plain',
};
