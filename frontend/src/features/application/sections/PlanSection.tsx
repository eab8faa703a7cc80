import type { Sections } from '@/api/draft';
import type { Lock } from '../draft/lock';
import { DayField } from '../fields/DayField';
import styles from '../fields/Field.module.css';
import { TextField } from '../fields/TextField';
import { MechanismFields } from './MechanismFields';
import { PapersFields } from './PapersFields';
import own from './Sections.module.css';

interface Props {
  plan: Sections['plan'];
  mechanism: Sections['mechanism'];
  papers: Sections['papers'];
  lock: Lock;
  onPlan: (value: Sections['plan'], field: string) => void;
  onMechanism: (value: Sections['mechanism'], field: string) => void;
  onPapers: (value: Sections['papers'], field: string) => void;
}

/** ⑥ 两年实施规划: its term, who carries it, what guarantees it, who decided on it. */
export function PlanSection({ plan, mechanism, papers, lock, onPlan, onMechanism, onPapers }: Props) {
  const at = (field: string) => lock('plan', '', field);
  return (
    <>
      <div className={styles.grid}>
        <TextField
          wide
          pointer="/plan/title"
          label="规划名称"
          lock={at('title')}
          value={plan.title}
          onChange={(title) => onPlan({ ...plan, title }, 'title')}
        />
        <DayField
          pointer="/plan/startDate"
          label="规划起始日期"
          lock={at('startDate')}
          value={plan.startDate}
          onChange={(startDate) => onPlan({ ...plan, startDate }, 'startDate')}
        />
        <DayField
          pointer="/plan/endDate"
          label="规划终止日期"
          month="last"
          lock={at('endDate')}
          value={plan.endDate}
          onChange={(endDate) => onPlan({ ...plan, endDate }, 'endDate')}
        />
      </div>
      <h3 className={own.sub}>组织与保障</h3>
      <MechanismFields value={mechanism} lock={lock} onChange={onMechanism} />
      <h3 className={own.sub}>决议与上报文件</h3>
      <PapersFields value={papers} lock={lock} onChange={onPapers} />
    </>
  );
}
