import { Alert, Button, Descriptions } from 'antd';
import type { Shape } from '@/api/types';
import { Download } from '@/components/Download';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { showTime } from '@/lib/time';
import { tieWord } from './labels';
import { useVerify } from './queries';
import styles from './Ranking.module.css';

/** Who locked the ranking when, by what rule, and the proof that what is kept still gives the same places. */
export function Record({ batchId, ranking: k }: { batchId: string; ranking: Shape<'Ranking'> }) {
  const verify = useVerify(batchId);
  const p = k.params;
  return (
    <Panel
      title={`第 ${k.no} 次锁定`}
      aside={
        <div className={`${styles.acts} screen-only`}>
          <Download path={`/batches/${batchId}/ranking.json`} label="复算文件" />
          <Button loading={verify.isPending} onClick={() => verify.mutate()}>
            由原始分复算
          </Button>
        </div>
      }
    >
      <div role="status">{verify.data && <Outcome verified={verify.data} />}</div>
      <RefusalNote error={verify.error} />
      <Descriptions size="small" column={{ xs: 1, lg: 3 }}>
        <Descriptions.Item label="锁定岗位">{k.lockedBy}</Descriptions.Item>
        <Descriptions.Item label="锁定时间">{showTime(k.lockedAt)}</Descriptions.Item>
        <Descriptions.Item label="抽签的种子">{k.seed || '没有抽签'}</Descriptions.Item>
        <Descriptions.Item label="合格线">{p.passLine} 分</Descriptions.Item>
        <Descriptions.Item label="立项数上限">{p.maxAwards > 0 ? `${p.maxAwards} 件` : '不限'}</Descriptions.Item>
        <Descriptions.Item label="有效专家">至少 {p.minExperts} 人</Descriptions.Item>
        <Descriptions.Item label="汇总口径" span="filled">
          {p.trimFrom} 人以上去掉最高、最低各一取均分；综合分＝书面均分×{p.writtenWeight}＋答辩均分×{p.defenceWeight}
          －核查扣分
        </Descriptions.Item>
        <Descriptions.Item label="并列时依次比较" span="filled">
          {p.tieBreak.map((key) => tieWord(key, p.dimensions)).join('、')}
        </Descriptions.Item>
        <Descriptions.Item label="摘要（SHA-256）" span="filled">
          <span className={styles.digest}>{k.digest}</span>
        </Descriptions.Item>
      </Descriptions>
    </Panel>
  );
}

function Outcome({ verified: v }: { verified: Shape<'RankingVerified'> }) {
  if (v.same)
    return (
      <Alert
        type="success"
        showIcon
        className={styles.note}
        title={`复算 ${v.cases} 件，均分、综合分、名次与锁定时的摘要都一致。`}
      />
    );
  return (
    <Alert
      type="error"
      showIcon
      className={styles.note}
      title="复算结果与锁定时不一致，请停止使用本排名并报告审计。"
      description={
        <ul className={styles.plain}>
          {v.digest !== v.recomputed && <li className={styles.digest}>摘要：现在算得 {v.recomputed}</li>}
          {v.differences.map((d) => (
            <li key={d}>{d}</li>
          ))}
        </ul>
      }
    />
  );
}
