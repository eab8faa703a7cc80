import { newKey } from './client';
import { type Problem, Refusal } from './problem';

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
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${path}`);
    request.setRequestHeader('Idempotency-Key', newKey());
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (e) => e.lengthComputable && onProgress(Math.floor((e.loaded * 100) / e.total));
    request.onerror = () => reject(new Refusal(0, undefined));
    request.onload = () => {
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
