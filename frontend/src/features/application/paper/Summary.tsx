import type { Application } from '@/api/types';
import { showWan } from '@/lib/money';
import { showShare } from '@/lib/ratio';
import { showTime } from '@/lib/time';
import { word } from '@/lib/words';
import styles from './Summary.module.css';

/** The figures and marks of an application at a glance. */
export function Summary({ application: a }: { application: Application }) {
  const s = a.summary;
  const figures: [string, string][] = [
    ['申报编号', a.no],
    ['县（市、区）', `${a.city.name} ${a.county.name}`],
    ['通道', word('channel', a.channel)],
    ['批次', a.batchCode],
    ['现行版本', a.snapshotNo > 0 ? `第 ${a.snapshotNo} 版` : '尚未上报'],
    ['申请奖补（万元）', showWan(s?.provUp)],
    ['衔接资金（万元）', showWan(s?.linkage)],
    ['整合资金（万元）', s ? `${showWan(s.integrated)}（${showShare(s.integrated, s.linkage)}）` : '—'],
    ['总投资（万元）', showWan(s?.total)],
    ['项目、行政村', s ? `${s.projects} 个项目，${s.villages} 个村` : '—'],
    ['未确认的资金和项目', s ? `${s.unconfirmed} 项` : '—'],
    ['县上报', showTime(a.submittedAt)],
    ['市报省', showTime(a.reportedAt)],
    ['市级文号', a.cityDocNo],
    ['市推荐排序', a.rank > 0 ? `第 ${a.rank}` : '—'],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || '—'}</dd>
        </div>
      ))}
      {a.yellowRiverReason !== '' && (
        <div className={styles.wide}>
          <dt>未选沿黄县的理由</dt>
          <dd>{a.yellowRiverReason}</dd>
        </div>
      )}
    </dl>
  );
}
