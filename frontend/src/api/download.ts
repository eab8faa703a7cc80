import { type Problem, Refusal } from './problem';

/** Gets a file of the API and hands it to the browser under the server's name for it. */
export async function fetchFile(path: string): Promise<void> {
  const reply = await fetched(path);
  const url = URL.createObjectURL(await reply.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(reply.headers.get('Content-Disposition') ?? '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Gets a file to be looked at in the page: an address of its own, which the caller gives back with URL.revokeObjectURL. */
export async function fetchView(path: string): Promise<string> {
  return URL.createObjectURL(await (await fetched(path)).blob());
}

/** Gets a file's bytes, for a page that draws them itself. */
export async function fetchBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetched(path)).arrayBuffer());
}

async function fetched(path: string): Promise<Response> {
  let reply: Response;
  try {
    reply = await fetch(`/api/v1${path}`, { credentials: 'same-origin' });
  } catch {
    throw new Refusal(0, undefined);
  }
  if (!reply.ok) throw new Refusal(reply.status, await problemIn(reply));
  return reply;
}

async function problemIn(reply: Response): Promise<Problem | undefined> {
  try {
    return (await reply.json()) as Problem;
  } catch {
    return undefined;
  }
}

function nameIn(disposition: string): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (coded) return decodeURIComponent(coded);
  return /filename="([^"]+)"/i.exec(disposition)?.[1] ?? '';
}
