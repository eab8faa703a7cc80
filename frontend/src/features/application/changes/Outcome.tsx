import { Alert } from 'antd';
import type { Shape } from '@/api/types';
import { DiffTable } from '@/components/DiffTable';
import { FindingCounts } from '@/components/FindingCounts';
import { Panel } from '@/components/Panel';
import { RulePanel } from '@/components/RulePanel';
import styles from './Changes.module.css';

interface Props {
  change: Pick<
    Shape<'PlanChange'>,
    'baseVersion' | 'cityNeeded' | 'cityReasons' | 'blockedBy' | 'differences' | 'findings'
  >;
  onGo?: (pointer: string) => void;
}

/** What a change comes to: what stands in its way, whether the city must agree and why, what differs, what the rules say. */
export function Outcome({ change, onGo }: Props) {
  return (
    <>
      {change.blockedBy.length > 0 && (
        <Alert
          type="error"
          showIcon
          className={styles.note}
          title="按现在的情形办不下去"
          description={
            <ul className={styles.list}>
              {change.blockedBy.map((b) => (
                <li key={`${b.location}${b.message}`}>
                  {b.rule !== '' && <strong>{b.rule} </strong>}
                  {b.message}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Alert
        type={change.cityNeeded ? 'warning' : 'info'}
        showIcon
        className={styles.note}
        title={change.cityNeeded ? '须经市级同意' : '县政府签报后即生效，不须市级同意'}
        description={
          change.cityReasons.length > 0 && (
            <ul className={styles.list}>
              {change.cityReasons.map((r) => (
                <li key={`${r.project}${r.kind}`}>
                  {r.kindLabel}：{r.text}
                </li>
              ))}
            </ul>
          )
        }
      />
      <Panel title="与批准规划的差异">
        <DiffTable
          changes={change.differences}
          before={`批准规划第 ${change.baseVersion} 版`}
          after="变更后"
          {...(onGo ? { onGo } : {})}
        />
      </Panel>
      <Panel title="变更后的规则判定" aside={<FindingCounts findings={change.findings} />}>
        <RulePanel findings={change.findings} bare {...(onGo ? { onGo } : {})} />
      </Panel>
    </>
  );
}
