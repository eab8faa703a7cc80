/** The parts of the 申报书 as they are filled in, in order; the names are those of the printed form. */
export const parts = [
  { id: 'part-zone', no: '①', label: '基本情况', pieces: ['section:zone'], above: ['/zone', '/channel', '/county'] },
  { id: 'part-villages', no: '②', label: '行政村', pieces: ['section:villages'], above: ['/zone/villages'] },
  { id: 'part-industries', no: '③', label: '产业', pieces: ['section:industries'], above: ['/zone/industries'] },
  { id: 'part-projects', no: '④', label: '项目清单', pieces: ['project:', 'order'], above: ['/projects'] },
  { id: 'part-funds', no: '⑤', label: '资金汇总', pieces: ['section:fundPlan'], above: ['/fundPlan'] },
  {
    id: 'part-plan',
    no: '⑥',
    label: '两年实施规划',
    pieces: ['section:plan', 'section:mechanism', 'section:papers'],
    above: ['/plan', '/mechanism', '/landGuarantee', '/publicConsultation', '/resolution', '/officialLetter'],
  },
  { id: 'part-files', no: '⑦', label: '附件', pieces: [], above: ['/attachments'] },
  { id: 'part-submit', no: '⑧', label: '自检与提交', pieces: [], above: ['/submission'] },
] as const;

export type PartId = (typeof parts)[number]['id'];

/** The part a JSON pointer lies in: the one with the longest way to it. */
export function partOf(pointer: string): PartId {
  let best: PartId = 'part-submit';
  let length = 0;
  for (const part of parts)
    for (const above of part.above)
      if ((pointer === above || pointer.startsWith(`${above}/`)) && above.length > length) {
        best = part.id;
        length = above.length;
      }
  return best;
}
