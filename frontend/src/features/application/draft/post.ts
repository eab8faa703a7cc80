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
import { pieceOf, type Work } from './book';

/** The way to the server and back for one application. */
export class Post {
  #application: string;
  /** The application's version, which ordering the projects is done over. */
  #version: number;
  #keys = new Map<string, { content: string; key: string }>();

  constructor(application: string, version: number) {
    this.#application = application;
    this.#version = version;
  }

  async send(work: Work): Promise<Saved> {
    const saved = await this.#save(work);
    this.#version = saved.application.version;
    return saved;
  }

  /** The server's draft as it is now. Who knows the application's version by now says it; else it is read too. */
  async fetch(known?: number): Promise<KeptDraft> {
    if (known !== undefined) {
      this.#version = known;
      return readDraft(this.#application);
    }
    const [fresh, version] = await Promise.all([readDraft(this.#application), readVersion(this.#application)]);
    this.#version = version;
    return fresh;
  }

  #save(work: Work): Promise<Saved> {
    const application = this.#application;
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
        return orderProjects(application, this.#version, work.ids);
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
}
