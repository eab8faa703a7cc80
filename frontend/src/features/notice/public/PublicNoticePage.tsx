import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { DeadEnd } from '@/components/DeadEnd';
import { Download } from '@/components/Download';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PublicFrame } from '@/components/PublicFrame';
import { isShut, refusalWords } from '@/components/refusalWords';
import { Tag } from '@/components/Tag';
import { showDeadline } from '@/lib/time';
import { noticeTones } from '../labels';
import { NoticeSheet } from '../sheet/NoticeSheet';
import { ObjectionForm } from './ObjectionForm';
import styles from './Public.module.css';
import { usePublicNotice } from './queries';

/** One notice as its official sheet, and the form for objecting while its period runs. */
export function Component() {
  const { id = '' } = useParams();
  const notice = usePublicNotice(id);
  const n = notice.data;
  if (notice.error && !n) {
    return (
      <PublicFrame>
        <DeadEnd
          {...refusalWords(notice.error)}
          acts={
            <>
              {!isShut(notice.error) && <Button onClick={() => notice.refetch()}>再试一次</Button>}
              <Link to="/public">
                <Button type="primary">回到公开公示</Button>
              </Link>
            </>
          }
        />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame>
      {notice.isPending && <Loading />}
      {n && (
        <>
          <div className="screen-only">
            <PageHead
              title={`公示第${n.no}号`}
              trail={[{ to: '/public', label: '公开公示' }]}
              aside={
                n.accepting && n.closesAt ? (
                  <Tag tone="action">公示中，受理异议至{showDeadline(n.closesAt)}</Tag>
                ) : (
                  <Tag tone={noticeTones.CLOSED}>已期满</Tag>
                )
              }
              acts={
                <>
                  <Button onClick={() => print()}>打印</Button>
                  <Download path={`/public/notices/${n.id}/paper.pdf`} label="公示文件（PDF）" />
                  <Download path={`/public/notices/${n.id}/paper.docx`} label="公示文件（Word）" />
                </>
              }
            />
          </div>
          <div className={styles.sheet}>
            <NoticeSheet of={n} full />
          </div>
          <div className={`${styles.under} screen-only`}>
            <ObjectionForm notice={n} />
          </div>
        </>
      )}
    </PublicFrame>
  );
}
