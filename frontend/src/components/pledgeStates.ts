import type { Shape } from '@/api/types';
import type { Tone } from './verdict';

/** How far a bureau's word for a line or project has come, in a word. */
export const pledgeStates: Record<Shape<'Pledge'>['state'], { word: string; tone: Tone }> = {
  UNCONFIRMED: { word: '未确认', tone: 'near' },
  CONFIRMED: { word: '已确认', tone: 'good' },
  LAPSED: { word: '确认已失效', tone: 'bad' },
  NOT_NEEDED: { word: '无须确认', tone: 'plain' },
  BY_AWARD: { word: '以立项为准', tone: 'plain' },
};
