import type { Shape } from '@/api/types';
import { Figures, placesIn } from './Figures';
import { FiguresTable } from './FiguresTable';

/** The matrix by project. What was allocated to the zone and not yet to a project stands in its own row. */
export function ProjectTable({ of }: { of: Shape<'FundAccount'> }) {
  const places = placesIn([of.total, ...of.projects]);
  return (
    <FiguresTable caption="按项目的资金矩阵，单位万元" row="项目" total={of.total} places={places}>
      {of.projects.map((p) => (
        <tr key={p.project}>
          <th scope="row">
            {p.project} {p.name}
          </th>
          <Figures of={p} places={places} scope={{ application: of.applicationId, project: p.project }} />
        </tr>
      ))}
    </FiguresTable>
  );
}
