import { Refusal } from '@/api/problem';
import { isObject, type Json, type JsonObject } from '@/lib/json';

/** A policy pack from a file someone chose; a Refusal says what the file is not. */
export async function readPack(file: File): Promise<JsonObject> {
  if (file.size > 4 << 20) throw unread('文件超过 4 MB，不像是政策包。');
  let read: Json;
  try {
    read = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
  } catch {
    throw unread('文件读不出来：政策包应是 JSON 文件（扩展名 .json）。');
  }
  if (!isObject(read)) throw unread('文件内容不是政策包。');
  return read;
}

function unread(detail: string): Refusal {
  return new Refusal(422, { detail, code: 'unread' });
}

/** Hands a pack to the person as a file, to be changed elsewhere and brought back. */
export function savePack(pack: JsonObject, name: string) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(pack, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
