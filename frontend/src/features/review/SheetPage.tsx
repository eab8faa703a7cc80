import { Button } from 'antd';
import { useParams } from 'react-router';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { showTime } from '@/lib/time';
import { useReview } from './queries';
import { sheetOf } from './rubric';
import { SheetTable } from './SheetTable';
import styles from './SheetTable.module.css';

/** The sheet to be printed and signed. A draft says that it is one. */
export function Component() {
  const { id = '' } = useParams();
  const { data: review, error, refetch } = useReview(id);
  if (error) return <PageRefusal error={error} onRetry={() => refetch()} />;
  if (!review) return <Loading />;
  const { application: a } = review;
  return (
    <>
      <div className="screen-only">
        <PageHead
          title="打印评分表"
          trail={[
            { to: '/reviews', label: '评审任务' },
            { to: `/reviews/${id}`, label: a.title },
          ]}
          acts={
            <Button type="primary" onClick={() => window.print()}>
              打印
            </Button>
          }
        />
      </div>
      <Panel>
        <div className={styles.paper}>
          <h1>{review.stageLabel}专家评分表</h1>
          <p className={styles.facts}>
            <span>申报编号：{a.no}</span>
            <span>
              申报县：{a.city.name} {a.county.name}
            </span>
            <span>专家编号：{review.expertCode}</span>
            <span>
              {review.submittedAt && review.state === 'SUBMITTED'
                ? `交分时间：${showTime(review.submittedAt)}`
                : '草稿，尚未交分'}
            </span>
          </p>
          <p className={styles.line}>推进区：{a.title}</p>
          <SheetTable rubric={review.rubric} sheet={sheetOf(review.sheet)} />
          {review.explanation && <p className={styles.line}>对评分差异的书面说明：{review.explanation}</p>}
          <p className={styles.signs}>
            <span>专家签名：</span>
            <span>日期：　　　　年　　月　　日</span>
          </p>
        </div>
      </Panel>
    </>
  );
}
