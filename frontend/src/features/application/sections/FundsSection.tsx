import { useCallback, useMemo } from 'react';
import type { Project, Sections } from '@/api/draft';
import type { Finding } from '@/api/problem';
import type { Column, Row } from '@/components/ProjectGrid';
import { ProjectGrid } from '@/components/ProjectGrid';
import { FundMatrix } from '@/components/proposal/FundMatrix';
import type { Lock } from '../draft/lock';
import styles from '../fields/Field.module.css';
import { NumberField } from '../fields/NumberField';
import { useGridRows } from './gridRows';
import { blankIntegrated, type Integrated, integratedColumns, nextIntegratedId } from './integratedColumns';
import { marksAt } from './marks';
import own from './Sections.module.css';

type Plan = Sections['fundPlan'];

interface Props {
  value: Plan;
  projects: readonly Project[];
  lock: Lock;
  findings: Finding[] | undefined;
  onChange: (value: Plan, field: string) => void;
  onGo: (pointer: string) => void;
}

const linkages: [keyof Plan['linkage'], string][] = [
  ['LINKAGE_PROV_UP', '省级以上衔接资金'],
  ['LINKAGE_CITY', '市级衔接资金'],
  ['LINKAGE_COUNTY', '县级衔接资金'],
];

const others: ['cooperation' | 'social' | 'selfRaised' | 'other', string][] = [
  ['cooperation', '协作帮扶资金'],
  ['social', '社会资本'],
  ['selfRaised', '村集体及群众自筹'],
  ['other', '其他（债券等）'],
];

/** ⑤ 资金汇总: the plan by source, and its matrix with the projects. */
export function FundsSection({ value, projects, lock, findings, onChange, onGo }: Props) {
  return (
    <>
      <div className={styles.grid}>
        {linkages.map(([key, label]) => (
          <NumberField
            key={key}
            kind="money"
            pointer={`/fundPlan/linkage/${key}`}
            label={label}
            unit="万元"
            lock={lock('fundPlan', '', `linkage.${key}`)}
            value={value.linkage[key]}
            onChange={(amount) => onChange({ ...value, linkage: { ...value.linkage, [key]: amount } }, key)}
          />
        ))}
        {others.map(([key, label]) => (
          <NumberField
            key={key}
            kind="money"
            pointer={`/fundPlan/${key}`}
            label={label}
            unit="万元"
            hint="不计入整合行业资金"
            lock={lock('fundPlan', '', key)}
            value={value[key]}
            onChange={(amount) => onChange({ ...value, [key]: amount }, key)}
          />
        ))}
      </div>
      <h3 className={own.sub}>整合行业资金（逐部门列项）</h3>
      <IntegratedRows
        value={value.integrated}
        lock={lock}
        findings={findings}
        onChange={(integrated) => onChange({ ...value, integrated }, '')}
      />
      <h3 className={own.sub}>资金来源与项目对照</h3>
      <FundMatrix plan={value} projects={projects} onGo={onGo} />
    </>
  );
}

interface RowsProps {
  value: Integrated[];
  lock: Lock;
  findings: Finding[] | undefined;
  onChange: (value: Integrated[]) => void;
}

function IntegratedRows({ value, lock, findings, onChange }: RowsProps) {
  const { idAt, newRow, ...rows } = useGridRows(value, integratedColumns, blankIntegrated, onChange);
  const marks = useMemo(() => marksAt(findings, '/fundPlan/integrated', idAt), [findings, idAt]);
  const locked = useCallback(
    (row: Row, column: Column) => lock('fundPlan', row.cells.id || row.cells.programme, column.key),
    [lock],
  );
  const open = lock('fundPlan') === null;
  const numbered = (taken: ReadonlySet<string>): Row => {
    const row = newRow(taken);
    return { ...row, cells: { ...row.cells, id: nextIntegratedId(value.map((v) => v.id)) } };
  };
  return (
    <div data-pointer="/fundPlan/integrated">
      <ProjectGrid
        name="整合行业资金"
        columns={integratedColumns}
        rows={rows.rows}
        marks={marks}
        locked={locked}
        onChange={rows.onChange}
        {...(open ? { newRow: numbered, onInsert: rows.onInsert, onRemove: rows.onRemove, onMove: rows.onMove } : {})}
        empty="还没有整合行业资金。"
      />
    </div>
  );
}
