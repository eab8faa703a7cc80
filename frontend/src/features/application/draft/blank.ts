import type { Project } from '@/api/draft';

/** A project of which only the number is known. */
export function blankProject(id: string): Project {
  return {
    id,
    name: '',
    contentCategory: '',
    libraryType: '',
    librarySubType: '',
    nature: '',
    implementationMode: '',
    fundUse: '',
    townCodes: [],
    villageCodes: [],
    responsibleDept: '',
    implementer: '',
    startDate: '',
    endDate: '',
    contentAndScale: '',
    beneficiaries: { households: 0, persons: 0, povertyRelievedPersons: 0, monitoredPersons: 0 },
    benefitLinkage: { modes: [], directHouseholds: 0, povertyOrMonitoredHouseholds: 0, description: '' },
    assetType: '',
    negativeListTags: [],
    performanceTargets: [],
    funds: [],
    totalInvestment: 0,
  };
}

/** The next free number after those used: P01, P02 … */
export function nextProjectId(used: readonly string[]): string {
  let n = used.length + 1;
  const named = (i: number) => `P${String(i).padStart(2, '0')}`;
  while (used.includes(named(n))) n++;
  return named(n);
}
