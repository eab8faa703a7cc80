import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, dropDatabase, dsnOf } from './postgres';
import { binary, type Running, run } from './program';
import type { Account, Template } from './template';

/** The program running over a copy of the demonstration's data, its own until it is closed. */
export class World {
  private constructor(
    private readonly folder: string,
    private readonly database: string,
    private readonly accounts: Account[],
    private running: Running,
  ) {}

  static async open(t: Template): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'xianjie-world-'));
    await cp(join(t.folder, 'data'), join(folder, 'data'), { recursive: true });
    const database = t.database && `${t.database}_${randomBytes(4).toString('hex')}`;
    if (database) createDatabase(database, t.database);
    return new World(folder, database, t.accounts, await run(folder, ['serve', ...where(folder, database)]));
  }

  get url(): string {
    return `http://${this.running.address}`;
  }

  account(login: string): Account {
    const found = this.accounts.find((a) => a.login === login);
    if (!found) throw new Error(`the demonstration has no account ${login}`);
    return found;
  }

  /** Takes on a colleague of somebody: an account of the same unit, role and region with a password of its own. */
  async colleague(of: string, login: string): Promise<Account> {
    const { unit, name, role, region } = this.account(of);
    const reason = ['--reason', '增配人手'];
    const printed = this.command('admin', 'account', 'create', login, '--name', `${name}二`, '--unit', unit);
    const onetime = /[a-z2-7]{4}(?:-[a-z2-7]{4}){3}/.exec(printed)?.[0] ?? '';
    this.command('admin', 'grant', 'add', login, role, region, ...reason);
    const colleague = { ...this.account(of), login, name: `${name}二`, password: 'Xinlai-2027-Tongshi' };
    await changePassword(this.url, login, onetime, colleague.password);
    this.accounts.push(colleague);
    return colleague;
  }

  everyone(): Account[] {
    return this.accounts;
  }

  /** Runs another command of the program on this world's database and gives what it printed. */
  command(...args: string[]): string {
    return execFileSync(binary, [...args, '--db', dsn(this.folder, this.database)], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  /** Ends the server as a power cut would. */
  kill(): Promise<void> {
    return this.running.kill();
  }

  /** Writes other bytes over some of the database's file, past the program and its triggers, as who gets at the disk can. */
  async overwrite(text: string, other: string): Promise<void> {
    if (this.database || Buffer.byteLength(text) !== Buffer.byteLength(other))
      throw new Error('one file, and as many bytes');
    await this.running.stop();
    const path = join(this.folder, 'data', 'xianjie.db');
    const file = await readFile(path);
    let found = 0;
    for (let at = file.indexOf(text); at >= 0; at = file.indexOf(text, at + 1), found++) file.write(other, at);
    if (found === 0) throw new Error(`the database's file has no ${text}`);
    await writeFile(path, file);
    await this.revive();
  }

  /** Starts it again on the same address and data. */
  async revive(): Promise<void> {
    this.running = await run(this.folder, ['serve', ...where(this.folder, this.database)], this.running.address);
  }

  async close(): Promise<void> {
    await this.running.stop();
    if (this.database) dropDatabase(this.database);
    await rm(this.folder, { recursive: true, force: true });
  }
}

function dsn(folder: string, database: string): string {
  return database ? dsnOf(database) : `sqlite:${join(folder, 'data', 'xianjie.db')}`;
}

function where(folder: string, database: string): string[] {
  return ['--db', dsn(folder, database), '--files', join(folder, 'data', 'files')];
}

async function changePassword(url: string, login: string, oldPassword: string, newPassword: string): Promise<void> {
  const send = (path: string, body: object, cookie = '') =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: JSON.stringify(body),
    });
  const seat = await send('/session', { login, password: oldPassword });
  const cookie = seat.headers.getSetCookie().map((c) => c.split(';')[0]);
  const reply = await send('/session/password', { oldPassword, newPassword }, cookie.join('; '));
  if (!reply.ok) throw new Error(`${login} cannot change the password: ${reply.status} ${await reply.text()}`);
}
