import { newKey } from './client';
import { type Problem, Refusal } from './problem';

/** The keys of uploads that were not answered with success, by what is sent. */
const unanswered = new Map<string, string>();

/**
 * One key for the same file in the same place however often it is sent: when an answer was lost on the way, the server gives it again and
 * keeps no second file. Once it has come, sending the file again is a new command.
 */
function keyOf(sent: string): string {
  const key = unanswered.get(sent) ?? newKey();
  unanswered.set(sent, key);
  return key;
}

/** A key stays taken while the server may have done what was asked under it; what was refused it has let go of. */
function answered(sent: string, status: number): void {
  const otherContent = status === 422; // a file that was changed and still looks the same
  if (status < 300 || otherContent) unanswered.delete(sent);
}

/** Sends a file as a form and tells how far it has come, which fetch cannot. Fields go before the file, as the API reads them. */
export function uploadFile<T>(
  path: string,
  fields: Record<string, string>,
  file: File,
  onProgress: (percent: number) => void,
  headers: Record<string, string> = {},
): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  const sent = JSON.stringify([path, fields, headers, file.name, file.type, file.size, file.lastModified]);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${path}`);
    request.setRequestHeader('Idempotency-Key', keyOf(sent));
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (e) => e.lengthComputable && onProgress(Math.floor((e.loaded * 100) / e.total));
    request.onerror = () => reject(new Refusal(0, undefined));
    request.onload = () => {
      answered(sent, request.status);
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new Refusal(request.status, body as Problem | undefined));
    };
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
