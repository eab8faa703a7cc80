import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, take } from '@/api/client';
import type { Shape } from '@/api/types';

export interface NewApplication {
  batchCode: string;
  county: string;
  countyName: string;
  channel: Shape<'ProposalBody'>['channel'];
  name: string;
}

/** Opens a draft; asking twice for the same makes one. */
export function useCreate() {
  const client = useQueryClient();
  const last = useRef({ asked: '', key: '' });
  return useMutation({
    mutationFn: (n: NewApplication) => {
      const asked = JSON.stringify(n);
      if (last.current.asked !== asked) last.current = { asked, key: newKey() };
      return take(
        api.POST('/applications', {
          params: { header: { 'Idempotency-Key': last.current.key } },
          body: {
            schemaVersion: '1.0',
            batchCode: n.batchCode,
            channel: n.channel,
            county: { code: n.county, name: n.countyName },
            zone: { name: n.name, contiguous: false, areaKm2: 0, combinedWith: [], industries: [], villages: [] },
          },
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['applications'] }),
  });
}
