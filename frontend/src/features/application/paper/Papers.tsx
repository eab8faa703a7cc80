import { DownloadOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { can, useMe } from '@/api/session';
import type { Application } from '@/api/types';
import { Download } from '@/components/Download';
import styles from './Papers.module.css';

interface Offered {
  path: string;
  label: string;
}

/** The papers the server makes of an application, those this person may have. */
export function Papers({ application }: { application: Application }) {
  const me = useMe();
  const papers = papersOf(application, (may) => can(me, may));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <ul className={styles.list} aria-label="可下载的材料">
          {papers.map((p) => (
            <li key={p.path}>
              <Download path={p.path} label={p.label} />
            </li>
          ))}
        </ul>
      }
    >
      <Button icon={<DownloadOutlined aria-hidden />} aria-haspopup="true">
        下载材料
      </Button>
    </Popover>
  );
}

/** Which papers there are of an application for whom. */
export function papersOf(a: Application, may: (right: string) => boolean): Offered[] {
  const path = `/applications/${a.id}`;
  const both = (at: string, label: string, query = ''): Offered[] => [
    { path: `${at}.pdf${query}`, label: `${label}（PDF）` },
    { path: `${at}.docx${query}`, label: `${label}（Word）` },
  ];
  const exports = may('application:export');
  return [
    ...(exports ? both(`${path}/proposal`, '申报书') : []),
    { path: `${path}/projects.xlsx`, label: '项目表（Excel）' },
    ...(may('shortlist:read') && a.reportedAt !== null
      ? both(`/batches/${a.batchId}/recommendation`, '市级推荐函', `?city=${a.city.code}`)
      : []),
    ...(may('award:read') && a.state === 'AWARDED' ? both(`/awards/${a.id}/approval`, '立项批复') : []),
    ...(exports ? [{ path: `${path}/dossier.zip`, label: '卷宗（压缩包，可离线核验）' }] : []),
  ];
}
