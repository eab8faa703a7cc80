import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const period = 30;

// So long before a code changes the next one is taken already: what is typed now must still hold when it arrives.
const inHand = 3;

/** An authenticator on a phone (RFC 6238: SHA-1, six digits, half a minute), made from the secret as the page shows it. */
export class Authenticator {
  private readonly key: Buffer;
  private spent = 0;

  constructor(secret: string) {
    this.key = fromBase32(secret.replaceAll(' ', ''));
  }

  /**
   * A code that was never given before and holds now: the server takes those of the half minute before and after too, so that three
   * can be had at once. A fourth is waited for.
   */
  async next(): Promise<string> {
    const oldest = Math.floor((seconds() + inHand) / period) - 1;
    this.spent = Math.max(this.spent + 1, oldest);
    const early = (this.spent - 1) * period - seconds();
    if (early > 0) await setTimeout(early * 1000);
    return this.at(this.spent);
  }

  /** Six digits that are no code now, nor soon. */
  wrong(): string {
    const now = Math.floor(seconds() / period);
    const right = [-2, -1, 0, 1, 2, 3].map((off) => this.at(now + off));
    return ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].find((c) => !right.includes(c)) ?? '';
  }

  private at(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const mac = createHmac('sha1', this.key).update(counter).digest();
    const from = mac.readUInt8(mac.length - 1) & 0xf;
    return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}

const seconds = () => Date.now() / 1000;

function fromBase32(text: string): Buffer {
  const bits = [...text].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
