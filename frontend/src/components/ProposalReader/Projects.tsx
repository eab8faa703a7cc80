import { fenOf, sumFen, wan } from '@/lib/money';
import { choices } from '@/lib/words';
import type { Document } from '.';
import { Project } from './Project';
import styles from './ProposalReader.module.css';
import { partOf } from './places';

/** The projects by the six contents of the notice, with what each content costs. */
export function Projects({ document }: { document: Document }) {
  const projects = document.projects ?? [];
  const villages = new Map((document.zone?.villages ?? []).map((v) => [v.code, v.name]));
  const towns = new Map((document.zone?.villages ?? []).map((v) => [v.townCode, v.townName]));
  const known = choices('contentCategory');
  const rest = projects.filter((p) => !known.some((c) => c.value === p.contentCategory));
  const groups = [...known, ...(rest.length > 0 ? [{ value: '', label: '未分类' }] : [])];
  return groups.map((c) => {
    const own = c.value === '' ? rest : projects.filter((p) => p.contentCategory === c.value);
    const total = sumFen(own.map((p) => fenOf(p.totalInvestment ?? 0) ?? 0n));
    return (
      <section key={c.value} id={partOf(c.value)} tabIndex={-1} className={styles.part} aria-label={c.label}>
        <h4>
          {c.label}：{own.length} 个项目，{wan(total)} 万元
        </h4>
        {own.map((p) => (
          <Project key={p.id} project={p} villages={villages} towns={towns} />
        ))}
      </section>
    );
  });
}
