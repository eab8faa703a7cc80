import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { Project, Sections } from '@/api/draft';
import type { Finding } from '@/api/problem';
import { Panel } from '@/components/Panel';
import { type GridHandle, ProjectGrid } from '@/components/ProjectGrid';
import type { EnterCell } from '../edit/enterRow';
import { useProjectPlaces } from '../sections/useProjectPlaces';
import { useProjectRows } from '../sections/useProjectRows';

export interface PlanSheet {
  enter: EnterCell;
  /** Forgets what could be undone, when other projects were put in. */
  forget: () => void;
}

interface Props {
  /** The projects as approved: their numbers are not given again. */
  approved: readonly Project[];
  projects: readonly Project[];
  villages: Sections['villages'];
  integrated: Sections['fundPlan']['integrated'];
  findings: readonly Finding[] | undefined;
  sheet: Ref<PlanSheet>;
  onChange: (to: readonly Project[]) => void;
}

/** The projects of the approved plan as a sheet to be changed. */
export function PlanProjects({ approved, projects, villages, integrated, findings, sheet, onChange }: Props) {
  const grid = useRef<GridHandle>(null);
  const rows = useProjectRows({ projects, villages, integrated, slip: undefined, put: onChange });
  const { keyAt, marks } = useProjectPlaces({ projects, ...rows, findings });
  const known = useMemo(() => approved.map((p) => p.id), [approved]);
  useImperativeHandle(
    sheet,
    () => ({
      enter: (index, path) => grid.current?.focusCell(projects[index]?.id ?? '', keyAt(index, path)) ?? false,
      forget: () => grid.current?.forget(),
    }),
    [projects, keyAt],
  );
  return (
    <Panel title="二、项目">
      <p className="quiet" style={{ marginBottom: 8 }}>
        直接改要变更的格；新增、取消项目用“插入一行”“删除所选行”。总投资和资金来源要一并改平。
      </p>
      <ProjectGrid
        ref={grid}
        name="批准规划的项目"
        columns={rows.columns}
        rows={rows.rows}
        marks={marks}
        locked={rows.locked}
        onChange={rows.onChange}
        newRow={(taken) => rows.newRow(new Set([...taken, ...known]))}
        onInsert={rows.onInsert}
        onRemove={rows.onRemove}
        empty="没有项目。"
      />
    </Panel>
  );
}
