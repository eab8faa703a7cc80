import { can, useMe } from '@/api/session';
import type { Application } from '@/api/types';
import { Download } from '@/components/Download';

/** The papers the server makes of an application. */
export function Papers({ application }: { application: Application }) {
  const me = useMe();
  const path = `/applications/${application.id}`;
  return (
    <>
      <Download path={`${path}/proposal.pdf`} label="申报书（PDF）" />
      <Download path={`${path}/proposal.docx`} label="申报书（Word）" />
      <Download path={`${path}/projects.xlsx`} label="项目表（Excel）" />
      {can(me, 'application:export') && <Download path={`${path}/dossier.zip`} label="卷宗" />}
    </>
  );
}
