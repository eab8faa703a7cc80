import { Alert } from 'antd';
import type { Shape } from '@/api/types';

/** How many the city may recommend by its own choice, how many it has, and which counties lie on the Yellow River. */
export function QuotaNote({ list }: { list: Shape<'Shortlist'> }) {
  const used = list.used.length;
  const river = list.applications.filter((a) => list.yellowRiver.includes(a.county.code)).map((a) => a.county.name);
  const quota =
    list.quota === 0
      ? '本市有重点县，重点县直接申报，不占市择优名额。'
      : `市择优名额：已用 ${used} / ${list.quota}${used >= list.quota ? '，名额已满' : ''}。`;
  return (
    <Alert
      type={list.quota > 0 && used >= list.quota ? 'warning' : 'info'}
      showIcon
      title={quota}
      description={
        river.length > 0 ? `沿黄县：${[...new Set(river)].join('、')}。推荐其他县须写明没有选沿黄县的理由。` : undefined
      }
      style={{ marginBottom: 16 }}
    />
  );
}
