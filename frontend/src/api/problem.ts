import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type Finding = components['schemas']['Finding'];
export type Place = components['schemas']['Place'];

/** What the server refused, or the network failed to carry. Its message is for the person. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly places: Place[];
  readonly findings: Finding[];
  readonly request: string;

  constructor(status: number, body: Partial<Problem> | undefined) {
    super(body?.detail || silentReason(status));
    this.name = 'Refusal';
    this.status = status;
    this.code = body?.code ?? (status === 0 ? 'offline' : 'unknown');
    this.places = body?.errors ?? [];
    this.findings = body?.findings ?? [];
    this.request = body?.request ?? '';
  }
}

export function isRefusal(e: unknown): e is Refusal {
  return e instanceof Refusal;
}

/** The words for an answer that brought none: a proxy's page, a broken line. */
function silentReason(status: number): string {
  if (status === 0) return '网络不通，没有送达。请检查网络后再试，已填写的内容仍在本页。';
  if (status === 413) return '内容太大，没有接收。请减小后再试。';
  if (status === 429) return '操作过于频繁，请稍候再试。';
  if (status >= 500) return '系统暂时不能办理，请稍后再试，已填写的内容仍在本页。';
  return '没有办成，请刷新后再试。';
}
