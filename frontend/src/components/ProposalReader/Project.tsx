import type { Shape } from '@/api/types';
import { showWan } from '@/lib/money';
import { showDate } from '@/lib/time';
import { word } from '@/lib/words';
import styles from './ProposalReader.module.css';
import { projectAnchor } from './places';

interface Props {
  project: Shape<'DocumentProject'>;
  villages: Map<string, string>;
  towns: Map<string, string>;
}

/** One project: what, where, by whom, for how much and for whose good. */
export function Project({ project: p, villages, towns }: Props) {
  const where = [
    ...(p.townCodes ?? []).map((c) => towns.get(c) ?? c),
    ...(p.villageCodes ?? []).map((c) => villages.get(c) ?? c),
  ];
  const b = p.beneficiaries;
  const link = p.benefitLinkage;
  const how = [
    word('libraryType', p.libraryType),
    p.librarySubType,
    p.nature,
    word('implementationMode', p.implementationMode),
    word('fundUse', p.fundUse),
    word('assetType', p.assetType),
  ].filter((w) => w && w !== '—');
  return (
    <div id={projectAnchor(p.id)} tabIndex={-1} className={styles.project}>
      <p className={styles.name}>
        <span>
          {p.id} {p.name}
        </span>
        <span>{showWan(p.totalInvestment)} 万元</span>
      </p>
      <p>{p.contentAndScale || '（未填建设内容）'}</p>
      <p className={styles.says}>
        {where.join('、') || '（未填地点）'} · {how.join(' · ')}
      </p>
      <p className={styles.says}>
        {p.responsibleDept || '—'}（责任），{p.implementer || '—'}（实施）· {showDate(p.startDate)}至
        {showDate(p.endDate)}
      </p>
      <p className={styles.says}>
        资金：
        {(p.funds ?? [])
          .map(
            (f) =>
              `${word('fundSource', f.source)}${f.integratedItemId ? `（${f.integratedItemId}）` : ''} ${showWan(f.amount)}`,
          )
          .join('，') || '（未填）'}
      </p>
      {b && (
        <p className={styles.says}>
          受益：{b.households} 户 {b.persons} 人，其中脱贫 {b.povertyRelievedPersons} 人、监测对象 {b.monitoredPersons}{' '}
          人
        </p>
      )}
      {link && (
        <p className={styles.says}>
          联农带农：{link.modes.map((m) => word('linkageMode', m)).join('、') || '—'}，直接带动 {link.directHouseholds}{' '}
          户，其中脱贫和监测 {link.povertyOrMonitoredHouseholds} 户。{link.description}
        </p>
      )}
      {(p.performanceTargets ?? []).length > 0 && (
        <p className={styles.says}>
          绩效：
          {(p.performanceTargets ?? []).map((t) => `${word('targetKind', t.kind)}·${t.name} ${t.value}`).join('；')}
        </p>
      )}
    </div>
  );
}
