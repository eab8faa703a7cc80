import type { Shape } from '@/api/types';
import type { Content } from '../draft/book';

type Item = Shape<'ReturnItem'>;

/** Where in the 申报书 an item of a return slip lies. */
export function slipPointer(item: Item, content: Content): string {
  const field = item.fields?.[0]?.replaceAll('.', '/');
  const below = (above: string) => (field === undefined ? above : `${above}/${field}`);
  const { villages, industries, fundPlan } = content.sections;
  const rowAt = (above: string, index: number) => (index < 0 ? above : below(`${above}/${index}`));
  switch (item.section) {
    case 'zone':
    case 'plan':
      return below(`/${item.section}`);
    case 'villages':
      return rowAt(
        '/zone/villages',
        villages.findIndex((v) => v.code === item.row || v.name === item.row),
      );
    case 'industries':
      return rowAt(
        '/zone/industries',
        industries.findIndex((i) => i.name === item.row),
      );
    case 'projects':
      return rowAt(
        '/projects',
        content.projects.findIndex((p) => p.id === item.row),
      );
    case 'fundPlan':
      return item.row
        ? rowAt(
            '/fundPlan/integrated',
            fundPlan.integrated.findIndex((i) => i.id === item.row),
          )
        : below('/fundPlan');
    case 'mechanism':
    case 'papers':
      return field === undefined
        ? item.section === 'papers'
          ? '/resolution'
          : '/mechanism/principalLeadersStudied'
        : `/${field}`;
    default:
      return '/attachments';
  }
}
