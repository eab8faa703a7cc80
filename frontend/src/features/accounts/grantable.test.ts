import { expect, it } from 'vitest';
import { clashOf, placesFor } from './grantable';

const signer = {
  role: 'county_signer',
  label: '县政府签报人',
  levels: ['COUNTY' as const],
  clashes: [{ role: 'county_filer', reason: '填报与签报须分设' }],
};
const regions = [
  { code: '370000', name: '山东省', level: 'PROVINCE' },
  { code: '370600', name: '烟台市', level: 'CITY', parent: '370000' },
  { code: '370686', name: '栖霞市', level: 'COUNTY', parent: '370600' },
];

it('offers a role only the divisions of its level', () => {
  expect(placesFor(signer, regions).map((r) => r.code)).toEqual(['370686']);
  expect(placesFor(undefined, regions)).toEqual([]);
});

it('says before sending that two posts may not meet', () => {
  expect(clashOf(signer, [{ role: 'county_filer', roleLabel: '县级填报员' }])).toBe(
    '“县政府签报人”与已有的“县级填报员”不能由同一账号兼任：填报与签报须分设',
  );
  expect(clashOf(signer, [{ role: 'county_finance', roleLabel: '县财政' }])).toBe('');
  expect(clashOf(undefined, [{ role: 'county_filer', roleLabel: '县级填报员' }])).toBe('');
});
