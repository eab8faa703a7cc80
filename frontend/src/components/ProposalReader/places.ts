/** Where in the readable 申报书 something stands; each is the id of an element. */
export type Anchor = string;

export const parts = [
  { id: 'part-zone', title: '一、基本情况' },
  { id: 'part-villages', title: '二、行政村' },
  { id: 'part-industries', title: '三、主导产业' },
  { id: 'part-projects', title: '四、实施项目' },
  { id: 'part-funds', title: '五、资金规划' },
  { id: 'part-mechanism', title: '六、组织保障' },
  { id: 'part-papers', title: '七、决议与上报' },
] as const;

export function partOf(category: string): Anchor {
  return `part-projects-${category}`;
}

export function projectAnchor(id: string): Anchor {
  return `project-${id}`;
}
