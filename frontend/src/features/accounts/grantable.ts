import type { Shape } from '@/api/types';

type Role = Shape<'Grantable'>;
type Region = Shape<'Region'>;

/** The divisions a role may be granted in, each city before its counties. */
export function placesFor(role: Role | undefined, regions: Region[]): Region[] {
  if (!role) return [];
  return regions.filter((r) => role.levels.some((l) => l === r.level));
}

/** Why a role may not be given to who holds these already: two posts that may not meet. Empty when it may. */
export function clashOf(role: Role | undefined, held: { role: string; roleLabel: string }[]): string {
  for (const h of held) {
    const clash = role?.clashes.find((c) => c.role === h.role);
    if (clash) return `“${role?.label}”与已有的“${h.roleLabel}”不能由同一账号兼任：${clash.reason}`;
  }
  return '';
}
