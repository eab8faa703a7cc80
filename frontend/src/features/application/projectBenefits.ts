import type { Shape } from '@/api/types';
import type { Field } from './projectField';
import { choicesOf, isOf, linkageModes } from './projectLabels';

type Benefit = Shape<'DocumentBenefit'>;
type Beneficiaries = Shape<'DocumentBeneficiaries'>;

export const nobody: Beneficiaries = { households: 0, persons: 0, povertyRelievedPersons: 0, monitoredPersons: 0 };
export const noBenefit: Benefit = { modes: [], directHouseholds: 0, povertyOrMonitoredHouseholds: 0, description: '' };

/** Whom a project serves and how it ties farmers in. */
export function benefitFields(): Field[] {
  return [
    people('households', '户数', true),
    people('persons', '人数'),
    people('povertyRelievedPersons', '脱贫人口'),
    people('monitoredPersons', '监测对象'),
    {
      column: {
        key: 'benefitLinkage.modes',
        title: '方式',
        group: '联农带农',
        width: 150,
        kind: 'multi',
        choices: choicesOf(linkageModes),
        help: '几种方式之间用“、”隔开',
      },
      get: (p) => (p.benefitLinkage?.modes ?? []).join(','),
      set: (p, cell) => {
        const modes = cell.split(',').flatMap((code) => (isOf(linkageModes, code) ? [code] : []));
        return { ...p, benefitLinkage: { ...(p.benefitLinkage ?? noBenefit), modes } };
      },
    },
    linked('directHouseholds', '直接带动户数'),
    linked('povertyOrMonitoredHouseholds', '带动脱贫和监测户数'),
    {
      column: {
        key: 'benefitLinkage.description',
        title: '说明',
        group: '联农带农',
        width: 200,
        kind: 'text',
        long: true,
      },
      get: (p) => p.benefitLinkage?.description ?? '',
      set: (p, description) => ({ ...p, benefitLinkage: { ...(p.benefitLinkage ?? noBenefit), description } }),
    },
  ];
}

const count = (n: number | undefined): string => (n ? String(n) : '');

const people = (key: keyof Beneficiaries, title: string, breaks = false): Field => ({
  column: { key: `beneficiaries.${key}`, title, group: '受益群众', width: 88, kind: 'int', total: true, breaks },
  get: (p) => count(p.beneficiaries?.[key]),
  set: (p, cell) => ({ ...p, beneficiaries: { ...(p.beneficiaries ?? nobody), [key]: Number(cell) } }),
});

const linked = (key: 'directHouseholds' | 'povertyOrMonitoredHouseholds', title: string): Field => ({
  column: { key: `benefitLinkage.${key}`, title, group: '联农带农', width: 110, kind: 'int', total: true },
  get: (p) => count(p.benefitLinkage?.[key]),
  set: (p, cell) => ({ ...p, benefitLinkage: { ...(p.benefitLinkage ?? noBenefit), [key]: Number(cell) } }),
});
