import { describe, expect, it } from 'vitest';
import type { PackParams } from '@/api/pack';
import { byKind, limitOf } from './kinds';

const pack: PackParams = {
  basis: '',
  stages: [],
  minVillages: 10,
  requiredAttachments: ['ZONE_MAP', 'APPLICATION_LETTER'],
  submitBlocking: [],
  negativeListTags: [],
  maxFileBytes: 20_971_520,
  mediaTypes: ['application/pdf'],
  byKind: [{ kind: 'DEFENCE_VIDEO', maxFileBytes: 104_857_600, mediaTypes: ['video/mp4'] }],
};

describe('attachments by kind', () => {
  it('asks for the required kinds in the order of the pack, missing ones too', () => {
    expect(byKind([], pack, false).map((k) => k.kind)).toEqual(['ZONE_MAP', 'APPLICATION_LETTER']);
  });
  it('offers every kind where files may be added', () => {
    expect(byKind([], pack, true).length).toBe(15);
  });
  it('says what a kind takes, its own limit before the common one', () => {
    expect(limitOf('DEFENCE_VIDEO', pack)?.says).toBe('MP4，不超过 100 MB');
    expect(limitOf('ZONE_MAP', pack)?.says).toBe('PDF，不超过 20 MB');
    expect(limitOf('ZONE_MAP', undefined)).toBeUndefined();
  });
});
