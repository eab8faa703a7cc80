import type { PackParams } from '@/api/pack';
import type { Shape } from '@/api/types';
import { choices } from '@/lib/words';

export type Attachment = Shape<'Attachment'>;

export interface Kind {
  kind: string;
  label: string;
  required: boolean;
  files: Attachment[];
}

/** The files by kind: the required kinds first, in the pack's order, the others where there is a file or one may be added. */
export function byKind(files: Attachment[], pack: PackParams | undefined, every: boolean): Kind[] {
  const required = pack?.requiredAttachments ?? [];
  const all = choices('attachmentKind').map(({ value, label }) => ({
    kind: value,
    label,
    required: required.includes(value),
    files: files.filter((f) => f.kind === value),
  }));
  const order = (k: Kind) => (k.required ? required.indexOf(k.kind) : required.length);
  return all.filter((k) => every || k.required || k.files.length > 0).sort((a, b) => order(a) - order(b));
}

const types: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'video/mp4': 'MP4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word（docx）',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel（xlsx）',
};

/** What a kind takes, said before a file is chosen. */
export function limitOf(kind: string, pack: PackParams | undefined) {
  const own = pack?.byKind.find((k) => k.kind === kind) ?? pack;
  if (!own) return undefined;
  return {
    accept: own.mediaTypes.join(','),
    most: own.maxFileBytes,
    says: `${own.mediaTypes.map((t) => types[t] ?? t).join('、')}，不超过 ${Math.floor(own.maxFileBytes / 1_048_576)} MB`,
  };
}

/** Types the browser shows by itself. */
export function isShown(mediaType: string): boolean {
  return ['application/pdf', 'image/jpeg', 'image/png', 'video/mp4'].includes(mediaType);
}
