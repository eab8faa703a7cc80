import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { Application } from '@/api/types';
import type { Busy, GridHandle } from '@/components/ProjectGrid';
import { ProjectGrid } from '@/components/ProjectGrid';
import type { EnterCell } from '../edit/enterRow';
import type { Editing } from '../edit/useDesk';
import type { Slip } from '../SlipNote';
import { ExcelBar } from './ExcelBar';
import { useProjectPlaces } from './useProjectPlaces';
import { useProjectRows } from './useProjectRows';

interface Props {
  application: Application;
  editing: Editing;
  slip: Slip | undefined;
  enter: Ref<EnterCell>;
}

/** ④ 项目清单: a sheet of projects, with Excel both ways. */
export function ProjectsSection({ application, editing, slip, enter }: Props) {
  const { content, trouble } = editing.sight;
  const { projects, sections } = content;
  const grid = useRef<GridHandle>(null);
  const rows = useProjectRows({
    projects,
    villages: sections.villages,
    integrated: sections.fundPlan.integrated,
    slip,
    put: editing.putProjects,
  });
  const { keyAt, marks } = useProjectPlaces({ projects, ...rows, findings: editing.findings });
  useImperativeHandle(
    enter,
    () => (index, path) => grid.current?.focusCell(projects[index]?.id ?? '', keyAt(index, path)) ?? false,
    [projects, keyAt],
  );
  const busy = useMemo(() => {
    const out: Record<string, Busy> = {};
    for (const [piece, t] of trouble)
      if (piece.startsWith('project:'))
        out[piece.slice('project:'.length)] = {
          state: 'failed',
          why: t.kind === 'conflict' ? '他人也改了这个项目，请在页首选用' : '没有保存，原因见页首',
        };
    return out;
  }, [trouble]);
  // While returned, rows come and go only where the slip opens the section as a whole.
  const whole = !slip || slip.open.some((i) => i.section === 'projects' && !i.row && !i.fields?.length);
  return (
    <div data-pointer="/projects">
      <ExcelBar application={application} editing={editing} />
      <ProjectGrid
        ref={grid}
        name="项目清单"
        columns={rows.columns}
        rows={rows.rows}
        marks={marks}
        busy={busy}
        locked={rows.locked}
        onChange={rows.onChange}
        {...(whole ? { newRow: rows.newRow, onInsert: rows.onInsert, onRemove: rows.onRemove } : {})}
        {...(slip ? {} : { onMove: rows.onMove })}
        empty="还没有项目。可以逐行填写、从 Excel 复制后粘贴，或下载模板填好后导入。"
      />
    </div>
  );
}
