import type { Sections } from '@/api/draft';

/** A fund plan nobody has written anything into. */
export const noFunds: Sections['fundPlan'] = {
  linkage: { LINKAGE_PROV_UP: 0, LINKAGE_CITY: 0, LINKAGE_COUNTY: 0 },
  integrated: [],
  cooperation: 0,
  social: 0,
  selfRaised: 0,
  other: 0,
};
