import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Application, Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { fenOf, sumFen, wan } from '@/lib/money';
import { awardOf, placeOf, useAwarding } from '../awards';
import { AwardResults } from './AwardResults';
import { CandidateTable } from './CandidateTable';
import { LookOnce } from './LookOnce';
import styles from './Office.module.css';

interface Props {
  candidates: Application[];
  notices: Shape<'Notice'>[];
}

/** Several awards under one 批复文号: choose, fill in, look once more at what it does, sign. */
export function AwardDesk({ candidates, notices }: Props) {
  const [picked, pick] = useState<string[]>([]);
  const [docNo, setDocNo] = useState('');
  const [opinion, setOpinion] = useState('');
  const [looking, look] = useState(false);
  const awarding = useAwarding();
  const id = useId();
  const chosen = candidates.filter((a) => picked.includes(a.id) && awardOf(a)?.blockedBy.length === 0);
  const acts = candidates.flatMap((a) => awardOf(a) ?? []);
  const able = acts.some((a) => a.blockedBy.length === 0);
  const needsOpinion = acts.some((a) => a.needsOpinion);
  const ready = chosen.length > 0 && docNo.trim() !== '' && (!needsOpinion || opinion.trim() !== '');
  const total = sumFen(chosen.map((a) => fenOf(placeOf(notices, a.id)?.entry.amount ?? 0) ?? 0n));

  async function go() {
    await awarding.mutateAsync({ applications: chosen, awardDocNo: docNo.trim(), opinion: opinion.trim() });
    look(false);
    pick([]);
  }

  if (candidates.length === 0)
    return (
      <>
        {awarding.data && <AwardResults results={awarding.data} />}
        <Empty what="本批没有待立项的申报" next="公示发布以后，名单上的申报列在这里" />
      </>
    );
  return (
    <>
      {awarding.data && <AwardResults results={awarding.data} />}
      <CandidateTable
        candidates={candidates}
        notices={notices}
        picked={picked}
        onPick={(ids) => {
          pick(ids);
          look(false);
        }}
      />
      {able && !looking && (
        <form
          className="screen-only"
          style={{ marginTop: 16, maxWidth: 640 }}
          onSubmit={(e) => {
            e.preventDefault();
            if (ready) look(true);
          }}
        >
          <div className={styles.field}>
            <label htmlFor={`${id}no`}>批复文号（必填，所选各件共用）</label>
            <Input id={`${id}no`} maxLength={200} value={docNo} onChange={(e) => setDocNo(e.target.value)} />
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}opinion`}>办理意见{needsOpinion ? '（必填）' : '（可不填）'}</label>
            <Input.TextArea
              id={`${id}opinion`}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              value={opinion}
              onChange={(e) => setOpinion(e.target.value)}
            />
          </div>
          <Button type="primary" htmlType="submit" disabled={!ready}>
            核对所选的 {chosen.length} 件
          </Button>
        </form>
      )}
      {looking && (
        <LookOnce what="立项" busy={awarding.isPending} onBack={() => look(false)} onGo={go}>
          <p>
            <strong>
              以“{docNo.trim()}”立项 {chosen.length} 件，奖补额合计 {wan(total)} 万元：
            </strong>
          </p>
          <ul>
            {chosen.map((a) => (
              <li key={a.id}>
                {a.no}　{a.county.name}　{a.title}
              </li>
            ))}
          </ul>
          {opinion.trim() !== '' && <p>办理意见：{opinion.trim()}</p>}
          <p>两厅局会签齐后立项，奖补额按档位一次定额，资金台账随之开立，不能撤回。</p>
        </LookOnce>
      )}
      {acts.length === 0 && <Alert type="info" showIcon title="您的岗位不办理立项，或本厅局已经签署，等待会签。" />}
    </>
  );
}
