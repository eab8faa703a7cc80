import { showDate } from '@/lib/time';
import { word } from '@/lib/words';
import type { Document } from '.';
import { Facts, yesNo } from './Facts';

export function Zone({ document }: { document: Document }) {
  const { zone, plan, city, county } = document;
  return (
    <Facts
      of={[
        ['申报县', `${city?.name ?? ''} ${county?.name ?? ''}`],
        ['申报通道', word('channel', document.channel)],
        ['面积', zone ? `${zone.areaKm2} 平方公里` : ''],
        ['集中连片', yesNo(zone?.contiguous)],
        ['行政村', `${zone?.villages.length ?? 0} 个`],
        ['结合打造的载体', zone && zone.combinedWith.length > 0 ? zone.combinedWith.join('、') : '无'],
        ['实施规划', plan?.title ?? ''],
        ['规划期', plan ? `${showDate(plan.startDate)}至${showDate(plan.endDate)}` : ''],
      ]}
    />
  );
}
