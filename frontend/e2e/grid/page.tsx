import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type GridHandle, ProjectGrid, type Row } from '@/components/ProjectGrid';
import { applied, type Edit } from '@/components/ProjectGrid/model';
import '@/base.css';
import '@/print.css';
import type { Project } from '@/api/draft';

import { type Known, projectFields } from '@/features/application/projectColumns';
import { blank, nextId, rowOf, sharedOut, withCells } from '@/features/application/projectRows';
import { antdTheme, paintTokens } from '@/theme';
import a01 from '../../../internal/sample/A01.json?raw';
import { columns } from './columns';

declare global {
  interface Window {
    grid: { rows: readonly Row[]; mounted: number; handle: GridHandle | null; projects: readonly Project[] };
  }
}

const asked = new URLSearchParams(location.search);

const rowAt = (n: number): Row => ({
  id: `P${String(n).padStart(2, '0')}`,
  cells: {
    id: `P${String(n).padStart(2, '0')}`,
    name: `第${n}苹果标准化种植示范基地项目`,
    category: 'INDUSTRY',
    subtype: '生产项目',
    villages: '370686901001,370686901002',
    content: '新建标准化基地550亩，配套棚架、土壤改良和良种',
    start: '2023-02-01',
    end: '2023-11-28',
    total: '659',
    up: '237.5',
    city: '229.5',
    social: '180',
    own: '12.0001',
    households: '239',
    persons: '693',
    dept: '市乡村振兴局',
    shared: n % 2 ? '1' : '',
  },
});

function newRow(taken: ReadonlySet<string>): Row {
  let n = 1;
  while (taken.has(`P${String(n).padStart(2, '0')}`)) n++;
  const id = `P${String(n).padStart(2, '0')}`;
  return { id, cells: { id } };
}

const marks = [
  { rowId: 'P02', key: 'total', message: '总投资与各项资金之和不符，差 0.0001 万元', severity: 'error' as const },
  { rowId: 'P03', key: 'content', message: '建设内容与规模偏短', severity: 'warning' as const },
];
const busy = { P05: { state: 'saving' as const }, P06: { state: 'failed' as const, why: '他人已修改' } };

function Page() {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    Array.from({ length: Number(asked.get('rows') ?? 100) }, (_, i) => rowAt(i + 1)),
  );
  window.grid = { ...window.grid, rows };
  const handle = useRef<GridHandle>(null);
  const edit = (one: Edit) => setRows((now) => applied(now, one));
  const locked = useCallback((row: Row) => (row.id === 'P04' ? '不在退回修改的范围内' : null), []);
  return (
    <>
      <h1>项目清单（单位：万元）</h1>
      <ProjectGrid
        ref={(now) => {
          handle.current = now;
          window.grid.handle = now;
        }}
        name="项目清单"
        columns={columns}
        rows={rows}
        marks={marks}
        busy={busy}
        locked={locked}
        readOnly={asked.has('readOnly')}
        newRow={newRow}
        onChange={(changes) => edit({ kind: 'cells', changes })}
        onInsert={(more, after) => edit({ kind: 'insert', rows: more, after })}
        onRemove={(ids) => edit({ kind: 'remove', ids })}
        onMove={(ids, after) => edit({ kind: 'move', ids, after })}
      />
    </>
  );
}

interface Sample {
  projects: Project[];
  zone: Pick<Known, 'villages'>;
  fundPlan: Pick<Known, 'integrated'>;
}
const sample: Sample = JSON.parse(a01);

/** The projects of a real application, kept as the document they go to. */
function RealPage() {
  const [projects, setProjects] = useState(sample.projects);
  const fields = useMemo(
    () => projectFields({ villages: sample.zone.villages, integrated: sample.fundPlan.integrated }),
    [],
  );
  const columns = useMemo(() => fields.map((field) => field.column), [fields]);
  const rows = useMemo(() => projects.map((project) => rowOf(fields, project)), [fields, projects]);
  window.grid = { ...window.grid, rows, projects };
  return (
    <ProjectGrid
      name="项目清单"
      columns={columns}
      rows={rows}
      locked={sharedOut}
      newRow={(taken) => rowOf(fields, blank(nextId(taken)))}
      onChange={(changes) =>
        setProjects((now) =>
          now.map((p) =>
            withCells(
              fields,
              p,
              changes.filter((c) => c.rowId === p.id),
            ),
          ),
        )
      }
    />
  );
}

paintTokens(document.documentElement);
const root = document.getElementById('root');
if (root) {
  const began = performance.now();
  window.grid = { rows: [], mounted: 0, handle: null, projects: [] };
  createRoot(root).render(
    <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }}>
      <App>{asked.has('real') ? <RealPage /> : <Page />}</App>
    </ConfigProvider>,
  );
  // The frame after the next has the first picture on the screen.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      window.grid.mounted = performance.now() - began;
    }),
  );
}
