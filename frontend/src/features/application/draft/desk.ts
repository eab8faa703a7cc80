import type { KeptDraft } from '@/api/draft';
import { isRefusal } from '@/api/problem';
import { type Content, contentOf, keptAfter, pieceOf, type Work, workOf } from './book';
import { leftover, takenUp } from './leftover';
import { Past } from './past';
import { Post } from './post';
import { rebased } from './rebase';
import { type Shelved, shelve } from './shelf';
import { firstSight, type Sight } from './sight';
import { lasting, sendable, type Trouble } from './trouble';

interface Setting {
  account: string;
  application: string;
  version: number;
  kept: KeptDraft;
}

// A short rest in typing saves, so that the rules follow; who types without a rest is saved at this interval all the same.
const rest = 1_500;
const longest = 10_000;
const retryAfter = 15_000;

/** The draft in hand: what is typed, what the server has, and the saving of the one into the other, a piece at a time. */
export class Desk {
  #account: string;
  #application: string;
  #post: Post;
  #kept: KeptDraft;
  #past = new Past();
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #hearers = new Set<() => void>();
  #sight: Sight;

  constructor({ account, application, version, kept }: Setting) {
    this.#account = account;
    this.#application = application;
    this.#post = new Post(application, version);
    this.#kept = kept;
    this.#sight = firstSight(contentOf(kept));
  }

  subscribe = (hear: () => void) => {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  };

  sight = () => this.#sight;

  kept = () => this.#kept;

  /** Puts a new content. Typing on in one field is one step to undo: the tag names the field. */
  change(content: Content, tag = '') {
    this.#past.keep(this.#sight.content, tag, Date.now());
    this.#put({ content });
    this.#soon();
  }

  undo() {
    const content = this.#past.back();
    if (!content) return;
    this.#put({ content });
    this.#soon();
  }

  /** Saves what is left, now. Resolves when nothing more can be saved. */
  flush(): Promise<void> {
    this.#rested();
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Tries again what the server refused or another had changed first: the person decided. */
  resolve(piece: string, content: Content) {
    const trouble = new Map(this.#sight.trouble);
    trouble.delete(piece);
    this.#past.forget();
    this.#put({ content, trouble });
    void this.flush();
  }

  /** Takes up what an earlier visit left on this PC, beside what the server has where that is newer by now. */
  takeUp(pieces: Shelved[]) {
    const taken = takenUp(pieces, this.#sight, this.#kept);
    this.#past.forget();
    this.#put(taken);
    void this.flush();
  }

  /** Reads the server's draft anew and puts what is typed and not yet saved upon it. */
  async reload(version: number) {
    this.#meet(await this.#post.fetch(version));
  }

  close() {
    return this.flush();
  }

  #soon() {
    const now = Date.now();
    this.#since ??= now;
    this.#later(Math.max(0, Math.min(rest, this.#since + longest - now)));
  }

  #later(ms: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #rested() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#since = undefined;
  }

  async #run() {
    for (let first = true; ; first = false) {
      // Who types on while a piece is on its way is waited for, or every key would send another.
      const typing = !first && this.#timer !== undefined;
      const work = sendable(workOf(this.#sight.content, this.#kept), this.#sight.trouble)[0];
      if (!work || typing) break;
      this.#put({ saving: true });
      try {
        const saved = await this.#post.send(work);
        this.#kept = keptAfter(this.#kept, work, saved.version);
        this.#put({ savedAt: Date.now(), waiting: null, changed: saved.changed, saves: this.#sight.saves + 1 });
      } catch (error) {
        if (!(await this.#stumble(work, error))) break;
      }
    }
    this.#put({ saving: false });
  }

  /** Whether to go on with the next piece after one failed. */
  async #stumble(work: Work, error: unknown): Promise<boolean> {
    const status = isRefusal(error) ? error.status : 0;
    if (status === 0 || status === 401 || status === 429 || status >= 500) return this.#wait(error);
    if (status !== 412 && status !== 404) {
      this.#trouble(pieceOf(work), { kind: 'refused', error, body: JSON.stringify(work) });
      return true;
    }
    // Somebody else was first: his version and mine side by side, where they are not the same.
    try {
      this.#meet(await this.#post.fetch());
      return true;
    } catch (again) {
      return this.#wait(again);
    }
  }

  #wait(error: unknown): false {
    this.#put({ waiting: error });
    this.#later(retryAfter);
    return false;
  }

  #meet(fresh: KeptDraft) {
    const { content, met } = rebased(this.#sight.content, this.#kept, fresh);
    const trouble = new Map(this.#sight.trouble);
    for (const { piece, ...sides } of met) trouble.set(piece, { kind: 'conflict', ...sides });
    this.#kept = fresh;
    this.#past.forget();
    this.#put({ content, trouble });
  }

  #trouble(piece: string, what: Trouble) {
    this.#put({ trouble: new Map(this.#sight.trouble).set(piece, what) });
  }

  #put(to: Partial<Sight>) {
    const next = { ...this.#sight, ...to };
    const work = workOf(next.content, this.#kept);
    const trouble = lasting(next.trouble, work);
    this.#sight = { ...next, trouble, pending: work.length, canUndo: !this.#past.isEmpty };
    if ('content' in to || 'savedAt' in to)
      shelve(this.#account, this.#application, leftover(this.#sight.content, this.#kept), Date.now());
    for (const hear of this.#hearers) hear();
  }
}
