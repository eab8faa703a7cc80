import { word } from '@/lib/words';
import { PaperTable } from '../PaperTable';
import type { Document } from '.';
import styles from './ProposalReader.module.css';

export function Villages({ document }: { document: Document }) {
  const villages = document.zone?.villages ?? [];
  const sum = (of: (v: (typeof villages)[number]) => number) => villages.reduce((n, v) => n + of(v), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys.
    <section className={styles.scroll} tabIndex={0} aria-label="行政村表">
      <PaperTable>
        <thead>
          <tr>
            <th>序号</th>
            <th>乡镇</th>
            <th>村</th>
            <th>类型</th>
            <th>村庄规划</th>
            <th className="number">户数</th>
            <th className="number">人口</th>
            <th className="number">脱贫人口</th>
            <th className="number">监测对象</th>
            <th className="number">集体收入（万元）</th>
            <th>第一书记</th>
          </tr>
        </thead>
        <tbody>
          {villages.map((v, i) => (
            <tr key={v.code || v.name}>
              <td>{i + 1}</td>
              <td>{v.townName}</td>
              <td>{v.name}</td>
              <td>{word('villageType', v.type)}</td>
              <td>{word('planStatus', v.planStatus)}</td>
              <td className="number">{v.households}</td>
              <td className="number">{v.population}</td>
              <td className="number">{v.povertyRelievedPersons}</td>
              <td className="number">{v.monitoredPersons}</td>
              <td className="number">{v.collectiveIncomeWan}</td>
              <td>{v.firstSecretaryStationed ? '派驻' : '—'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={5}>合计 {villages.length} 个村</th>
            <td className="number">{sum((v) => v.households)}</td>
            <td className="number">{sum((v) => v.population)}</td>
            <td className="number">{sum((v) => v.povertyRelievedPersons)}</td>
            <td className="number">{sum((v) => v.monitoredPersons)}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </PaperTable>
    </section>
  );
}
