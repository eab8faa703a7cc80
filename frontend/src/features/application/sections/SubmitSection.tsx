import { Alert, Button, Descriptions } from 'antd';
import { Link } from 'react-router';
import type { Finding } from '@/api/problem';
import type { Application } from '@/api/types';
import { FindingList } from '@/components/FindingList';
import { totalsOf } from '@/components/proposal/totals';
import type { Content } from '../draft/book';
import own from './Sections.module.css';

interface Props {
  application: Application;
  content: Content;
  pending: number;
  findings: Finding[] | undefined;
  onSave: () => void;
  onGo: (pointer: string) => void;
}

/** ⑧ 自检与提交: what still stands in the way, and the way to the sheet that is signed. */
export function SubmitSection({ application, content, pending, findings, onSave, onGo }: Props) {
  const totals = totalsOf(content.sections.fundPlan, content.projects, content.sections.villages);
  const wrong = (findings ?? []).filter((f) => f.verdict === 'FAIL' || f.verdict === 'WARN');
  return (
    <div className={own.stack}>
      <Descriptions column={{ xs: 1, lg: 2 }} size="small" bordered>
        {totals.map((t) => (
          <Descriptions.Item key={t.label} label={t.label}>
            {t.value}
          </Descriptions.Item>
        ))}
      </Descriptions>
      {findings && wrong.length === 0 && <Alert type="success" showIcon title="规则检查全部通过。" />}
      <FindingList findings={wrong} onGo={onGo} />
      {pending > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`还有 ${pending} 处没有保存，保存后才能提交。`}
          action={<Button onClick={onSave}>现在保存</Button>}
        />
      ) : (
        <p>
          全部内容已保存。提交前请再核对一遍，由县政府签报人签报。{' '}
          <Link to={`/applications/${application.id}/submit`}>核对并提交</Link>
        </p>
      )}
    </div>
  );
}
