import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';

/** What of a batch's 政策包 the pages lean on: what to show, never what is allowed. The rules themselves are judged by the server. */
export interface PackParams {
  /** The paper whose clauses the rules name. */
  basis: string;
  stages: string[];
  minVillages: number;
  requiredAttachments: string[];
  submitBlocking: string[];
  negativeListTags: { code: string; name: string }[];
  maxFileBytes: number;
  byKind: { kind: string; maxFileBytes: number; mediaTypes: string[] }[];
  mediaTypes: string[];
}

interface Wire {
  basis: string;
  params: Omit<PackParams, 'basis'> & { attachmentLimits: Pick<PackParams, 'maxFileBytes' | 'byKind' | 'mediaTypes'> };
}

/** The parameters in force; a reader without a right to them sees the pages without what they add. */
export function usePack(batchId: string | undefined) {
  return useQuery({
    queryKey: ['pack', batchId],
    enabled: batchId !== undefined,
    staleTime: 600_000,
    queryFn: async (): Promise<PackParams> => {
      const body = await take(api.GET('/batches/{batchId}/pack', { params: { path: { batchId: batchId ?? '' } } }));
      const { basis, params } = body as unknown as Wire;
      return { basis, ...params, ...params.attachmentLimits };
    },
  });
}

/** How a batch reviews: the points of its pack the review pages show. */
export interface ReviewSetup {
  siteItems: { code: string; name: string }[];
  minDeduction: number;
  maxDeduction: number;
  deductionStep: number;
  perApplication: number;
  minExperts: number;
  loadCap: number;
}

export function useReviewSetup(batchId: string | undefined) {
  return useQuery({
    queryKey: ['pack', batchId, 'review'],
    enabled: batchId !== undefined,
    staleTime: 600_000,
    queryFn: async (): Promise<ReviewSetup> => {
      const body = await take(api.GET('/batches/{batchId}/pack', { params: { path: { batchId: batchId ?? '' } } }));
      return (body as unknown as { review: ReviewSetup }).review;
    },
  });
}
