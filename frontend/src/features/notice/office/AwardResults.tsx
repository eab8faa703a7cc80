import { Alert } from 'antd';
import { isRefusal } from '@/api/problem';
import type { Result } from '../awards';

/** What became of each that was signed: awarded, waiting for the other bureau, or refused and why. */
export function AwardResults({ results }: { results: Result[] }) {
  const failed = results.some((r) => r.error);
  return (
    <Alert
      type={failed ? 'warning' : 'success'}
      showIcon
      role="status"
      style={{ marginBottom: 16 }}
      title={failed ? '有的没有办成，原因如下；其余已经签署。' : `已签署 ${results.length} 件。`}
      description={
        <ul>
          {results.map((r) => (
            <li key={r.application.id}>
              {r.application.no}　{r.application.title}：{said(r)}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function said({ outcome, error }: Result): string {
  if (error) return isRefusal(error) ? error.message : '没有办成，请刷新后再试';
  if (outcome && !outcome.done) return `已签署，等待${outcome.waiting.map((w) => w.label).join('、')}会签`;
  return '已立项';
}
