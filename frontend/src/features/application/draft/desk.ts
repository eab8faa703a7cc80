import { newKey } from '@/api/client';
import {
  addProject,
  type KeptDraft,
  orderProjects,
  readDraft,
  readVersion,
  removeProject,
  type Saved,
  saveProject,
  saveSection,
} from '@/api/draft';
import { type Finding, isRefusal } from '@/api/problem';
import {
  type Content,
  contentOf,
  contentPiece,
  equal,
  keptAfter,
  keptPiece,
  pieceOf,
  type Work,
  withPiece,
  workOf,
} from './book';
import { rebased } from './rebase';
import { type Shelved, shelve } from './shelf';

/** Why a piece is not saved: the server refuses its content, or somebody else changed it first. */
export type Trouble =
  | { kind: 'refused'; error: unknown; body: string }
  | { kind: 'conflict'; base: unknown; mine: unknown; theirs: unknown };

/** What the page shows of the desk; a new object after each change. */
export interface Sight {
  content: Content;
  pending: number;
  saving: boolean;
  savedAt: number | undefined;
  /** The line is broken or the session over: what is typed waits. */
  waiting: unknown;
  trouble: ReadonlyMap<string, Trouble>;
  canUndo: boolean;
  changed: Finding[];
  saves: number;
}

interface Setting {
  account: string;
  application: string;
  /** The application's version, which ordering the projects is done over. */
  version: number;
  kept: KeptDraft;
}

// A short rest in typing saves, so that the rules follow; who types without a rest is saved at this interval all the same.
const rest = 1_500;
const longest = 10_000;
const retryAfter = 15_000;

/** The draft in hand: what is typed, what the server has, and the saving of the one into the other, a piece at a time. */
export class Desk {
  #setting: Setting;
  #kept: KeptDraft;
  #past: Content[] = [];
  #lastTag = '';
  #lastAt = 0;
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #keys = new Map<string, { content: string; key: string }>();
  #hearers = new Set<() => void>();
  #sight: Sight;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#kept = setting.kept;
    this.#sight = {
      content: contentOf(setting.kept),
      pending: 0,
      saving: false,
      savedAt: undefined,
      waiting: null,
      trouble: new Map(),
      canUndo: false,
      changed: [],
      saves: 0,
    };
  }

  subscribe = (hear: () => void) => {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  };

  sight = () => this.#sight;

  kept = () => this.#kept;

  /** Puts a new content. Typing on in one field is one step to undo: the tag names the field. */
  change(content: Content, tag = '') {
    const now = Date.now();
    if (tag === '' || tag !== this.#lastTag || now - this.#lastAt > 2_000)
      this.#past = [...this.#past.slice(-99), this.#sight.content];
    this.#lastTag = tag;
    this.#lastAt = now;
    this.#put({ content });
    this.#soon();
  }

  undo() {
    const content = this.#past.pop();
    if (!content) return;
    this.#lastTag = '';
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
    this.#past = [];
    this.#put({ content, trouble });
    void this.flush();
  }

  /** Takes up what an earlier visit left on this PC, beside what the server has where that is newer by now. */
  takeUp(pieces: Shelved[]) {
    let { content } = this.#sight;
    const trouble = new Map(this.#sight.trouble);
    for (const p of pieces) {
      const now = keptPiece(this.#kept, p.piece);
      content = withPiece(content, p.piece, p.body);
      if ((now?.version ?? 0) !== p.version && !equal(p.body, now?.body))
        trouble.set(p.piece, { kind: 'conflict', base: p.base, mine: p.body ?? undefined, theirs: now?.body });
    }
    this.#past = [];
    this.#put({ content, trouble });
    void this.flush();
  }

  /** Reads the server's draft anew and puts what is typed and not yet saved upon it. */
  async reload(version: number) {
    this.#setting = { ...this.#setting, version };
    this.#meet(await readDraft(this.#setting.application));
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
      const work = this.#open()[0];
      if (!work || typing) break;
      this.#put({ saving: true });
      try {
        const saved = await this.#send(work);
        this.#setting = { ...this.#setting, version: saved.application.version };
        this.#kept = keptAfter(this.#kept, work, saved.version);
        this.#put({ savedAt: Date.now(), waiting: null, changed: saved.changed, saves: this.#sight.saves + 1 });
      } catch (error) {
        if (!(await this.#stumble(work, error))) break;
      }
    }
    this.#put({ saving: false });
  }

  /** What can be sent: not what waits for the person to decide. */
  #open(): Work[] {
    return workOf(this.#sight.content, this.#kept).filter((w) => {
      const trouble = this.#sight.trouble.get(pieceOf(w));
      return !trouble || (trouble.kind === 'refused' && trouble.body !== JSON.stringify(w));
    });
  }

  #send(work: Work): Promise<Saved> {
    const { application, version } = this.#setting;
    switch (work.kind) {
      case 'section':
        return saveSection(application, work.name, work.version, work.body);
      case 'add':
        return addProject(application, work.body, this.#keyFor(work));
      case 'save':
        return saveProject(application, work.version, work.body);
      case 'remove':
        return removeProject(application, work.id, work.version);
      case 'order':
        return orderProjects(application, version, work.ids);
    }
  }

  #keyFor(work: Work): string {
    const content = JSON.stringify(work);
    const piece = pieceOf(work);
    const held = this.#keys.get(piece);
    if (held?.content === content) return held.key;
    const key = newKey();
    this.#keys.set(piece, { content, key });
    return key;
  }

  /** Whether to go on with the next piece after one failed. */
  async #stumble(work: Work, error: unknown): Promise<boolean> {
    const status = isRefusal(error) ? error.status : 0;
    if (status === 0 || status === 401 || status === 429 || status >= 500) {
      this.#put({ waiting: error });
      this.#later(retryAfter);
      return false;
    }
    if (status !== 412 && status !== 404) {
      this.#trouble(pieceOf(work), { kind: 'refused', error, body: JSON.stringify(work) });
      return true;
    }
    return this.#readAgain();
  }

  /** Somebody else was first: his version and mine side by side, where they are not the same. */
  async #readAgain(): Promise<boolean> {
    try {
      const [fresh, version] = await Promise.all([
        readDraft(this.#setting.application),
        readVersion(this.#setting.application),
      ]);
      this.#setting = { ...this.#setting, version };
      this.#meet(fresh);
      return true;
    } catch (error) {
      this.#put({ waiting: error });
      this.#later(retryAfter);
      return false;
    }
  }

  #meet(fresh: KeptDraft) {
    const { content, met } = rebased(this.#sight.content, this.#kept, fresh);
    const trouble = new Map(this.#sight.trouble);
    for (const { piece, ...sides } of met) trouble.set(piece, { kind: 'conflict', ...sides });
    this.#kept = fresh;
    this.#past = [];
    this.#put({ content, trouble });
  }

  #trouble(piece: string, what: Trouble) {
    this.#put({ trouble: new Map(this.#sight.trouble).set(piece, what) });
  }

  #put(to: Partial<Sight>) {
    const next = { ...this.#sight, ...to };
    const work = workOf(next.content, this.#kept);
    const left = new Set(work.map(pieceOf));
    // A trouble whose piece needs no saving any more is over.
    const trouble = new Map([...next.trouble].filter(([piece]) => left.has(piece)));
    this.#sight = { ...next, trouble, pending: work.length, canUndo: this.#past.length > 0 };
    if ('content' in to || 'savedAt' in to)
      shelve(this.#setting.account, this.#setting.application, this.#shelved(), Date.now());
    for (const hear of this.#hearers) hear();
  }

  #shelved(): Shelved[] {
    const pieces = workOf(this.#sight.content, this.#kept).filter((w) => w.kind !== 'order');
    return pieces.map((w) => {
      const kept = keptPiece(this.#kept, pieceOf(w));
      const body = w.kind === 'remove' ? null : contentPiece(this.#sight.content, pieceOf(w));
      return { piece: pieceOf(w), version: kept?.version ?? 0, base: kept?.body ?? null, body };
    });
  }
}
