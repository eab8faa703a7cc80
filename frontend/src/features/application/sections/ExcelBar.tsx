import { Alert } from 'antd';
import { useState } from 'react';
import { tagOf } from '@/api/client';
import { readVersion } from '@/api/draft';
import type { Application, Shape } from '@/api/types';
import { uploadFile } from '@/api/upload';
import { Download } from '@/components/Download';
import { FilePick } from '@/components/FilePick';
import { later } from '@/components/later';
import { RefusalNote } from '@/components/RefusalNote';
import type { Editing } from '../edit/useDesk';
import own from './Sections.module.css';

const ImportPreview = later(() => import('./ImportPreview').then((m) => m.ImportPreview));

type Imported = Shape<'ProjectsImported'>;

interface Props {
  application: Application;
  editing: Editing;
}

interface Chosen {
  file: File;
  version: number;
  preview: Imported;
}

/** Excel: the template, the table as it is, and a table back, looked at before anything is saved. */
export function ExcelBar({ application, editing }: Props) {
  const [chosen, choose] = useState<Chosen>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const path = `/applications/${application.id}/projects.xlsx`;

  async function attempt(what: () => Promise<void>) {
    setBusy(true);
    setError(null);
    setDone('');
    try {
      await what();
    } catch (e) {
      setError(e);
    } finally {
      setBusy(false);
    }
  }

  const look = (file: File) =>
    attempt(async () => {
      // What is typed must be with the server, or the preview would compare with something older.
      await editing.desk.flush();
      const version = await readVersion(application.id);
      const preview = await uploadFile<Imported>(`${path}?dryRun=true`, {}, file, () => {}, {
        'If-Match': tagOf(version),
      });
      choose({ file, version, preview });
    });

  const take = ({ file, version }: Chosen) =>
    attempt(async () => {
      const saved = await uploadFile<Imported>(path, {}, file, () => {}, { 'If-Match': tagOf(version) });
      await editing.desk.reload(saved.application.version);
      editing.recheck();
      choose(undefined);
      setDone(`已从“${file.name}”导入 ${saved.projects.filter((p) => p.kind !== 'UNCHANGED').length} 处变化。`);
    });

  return (
    <>
      <div className={own.bar}>
        <Download path={`${path}?template=true`} label="下载空白模板" />
        <Download path={path} label="导出项目表" />
        <FilePick label="选择项目表" accept=".xlsx" loading={busy && !chosen} onPick={(file) => void look(file)}>
          导入项目表
        </FilePick>
        <span className="quiet">金额单位：万元</span>
      </div>
      <div role="status">{done !== '' && <Alert type="success" showIcon title={done} />}</div>
      <RefusalNote error={error} cells />
      {chosen && (
        <ImportPreview
          name={chosen.file.name}
          preview={chosen.preview}
          busy={busy}
          onTake={() => take(chosen)}
          onDrop={() => choose(undefined)}
        />
      )}
    </>
  );
}
