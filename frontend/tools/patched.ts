import type { Plugin } from 'vite';

/** A change to one file of a library. */
export interface Patch {
  file: string;
  changes: [from: string, to: string][];
}

/** Patches a library while it is built in. A patch that no longer fits stops the build: the library has changed, look again. */
export const patched = (name: string, patches: Patch[]): Plugin => ({
  name,
  transform(code, id) {
    const patch = patches.find((p) => id.endsWith(p.file));
    if (!patch) return null;
    return patch.changes.reduce((text, [from, to]) => {
      if (!text.includes(from)) this.error(`${patch.file} 里没有 ${from}`);
      return text.replace(from, () => to);
    }, code);
  },
});
