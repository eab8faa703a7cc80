import type { KeptDraft, Project } from '@/api/draft';
import { noFunds } from '../noFunds';

/** A draft for tests: each section at version 1, the given projects. */
export function keptDraft(...projects: Project[]): KeptDraft {
  return {
    sections: {
      zone: { version: 1, body: { name: '甲', contiguous: true, areaKm2: 1, combinedWith: [] } },
      villages: { version: 2, body: [] },
      industries: { version: 0, body: [] },
      fundPlan: { version: 1, body: noFunds },
      plan: { version: 1, body: { title: '', startDate: '', endDate: '' } },
      mechanism: {
        version: 1,
        body: {
          mechanism: {
            principalLeadersStudied: false,
            studyDate: '',
            leadLeaderPost: '',
            leadDepartments: [],
            coordinationMechanism: false,
            workTeam: false,
            workTeamDocNo: '',
          },
          landGuarantee: { committed: false, quotaMu: 0 },
          publicConsultation: { villagesConsulted: 0, meetings: 0, summary: '' },
        },
      },
      papers: {
        version: 1,
        body: { resolution: null, officialLetter: { issuer: '', docNo: '', date: '', addressees: [] } },
      },
    },
    projects: projects.map((body) => ({ version: 1, body })),
  };
}
