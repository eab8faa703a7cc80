import type { Content } from './book';

const steps = 100;
const oneBreath = 2_000;

/** The contents undo goes back to, the last one last. */
export class Past {
  #contents: Content[] = [];
  #lastTag = '';
  #lastAt = 0;

  get isEmpty(): boolean {
    return this.#contents.length === 0;
  }

  /** Keeps what a change is made over. Typing on in one field is one step: the tag names the field. */
  keep(content: Content, tag: string, now: number) {
    if (tag === '' || tag !== this.#lastTag || now - this.#lastAt > oneBreath)
      this.#contents = [...this.#contents.slice(1 - steps), content];
    this.#lastTag = tag;
    this.#lastAt = now;
  }

  /** The content before the last step, taken out. */
  back(): Content | undefined {
    const content = this.#contents.pop();
    if (content) this.#lastTag = '';
    return content;
  }

  /** What was typed over another draft of the server's is not gone back to. */
  forget() {
    this.#contents = [];
  }
}
