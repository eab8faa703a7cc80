import type { Application } from '@/api/types';

export const channelLabels: Record<Application['channel'], string> = {
  KEY_COUNTY: '重点县',
  CITY_SELECTED: '市择优推荐',
};
