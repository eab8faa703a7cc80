import { showDate } from '@/lib/time';
import type { Document } from '.';
import { Facts, yesNo } from './Facts';

export function Mechanism({ document }: { document: Document }) {
  const { mechanism: m, landGuarantee: land, publicConsultation: heard } = document;
  return (
    <Facts
      of={[
        [
          '主要负责同志研究',
          m ? `${yesNo(m.principalLeadersStudied)}${m.studyDate ? `，${showDate(m.studyDate)}` : ''}` : '',
        ],
        ['牵头领导', m?.leadLeaderPost],
        ['牵头部门', m?.leadDepartments.join('、')],
        ['协调机制', yesNo(m?.coordinationMechanism)],
        ['工作专班', m ? `${yesNo(m.workTeam)}${m.workTeamDocNo ? `，${m.workTeamDocNo}` : ''}` : ''],
        ['土地保障', land ? `${land.committed ? '已承诺' : '未承诺'}，${land.quotaMu} 亩` : ''],
        ['征求群众意见', heard ? `${heard.villagesConsulted} 个村，${heard.meetings} 次会议` : ''],
        ['意见情况', heard?.summary],
      ]}
    />
  );
}
