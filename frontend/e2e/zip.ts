import { inflateRawSync } from 'node:zlib';

const [directoryEntry, directoryEnd] = [0x02014b50, 0x06054b50];

/** The files of an archive, read by its directory as programs do that open it. */
export function filesIn(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || archive.readUInt32LE(end) !== directoryEnd) throw new Error('this is no archive');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error(`no entry of the archive at ${at}`);
    const name = archive.readUInt16LE(at + 28);
    files.set(archive.toString('utf8', at + 46, at + 46 + name), contentOf(archive, at));
    at += 46 + name + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const packed = archive.readUInt16LE(entry + 10) !== 0;
  const size = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const content = archive.subarray(from, from + size);
  return packed ? inflateRawSync(content) : content;
}
