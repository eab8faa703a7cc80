import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, dropDatabase, dsnOf } from './postgres';
import { run } from './program';

export type Kind = 'sqlite' | 'postgres';

/** An account of the demonstration. */
export interface Account {
  login: string;
  password: string;
  name: string;
  unit: string;
  role: string;
  region: string;
}

/** The demonstration's world at rest: filled once, copied for each journey. */
export interface Template {
  kind: Kind;
  folder: string;
  /** Name on the PostgreSQL server, '' on SQLite. */
  database: string;
  accounts: Account[];
}

/** Fills a world as the demonstration does; until an instant of its story only, where a journey goes on from there. */
export async function fill(kind: Kind, until?: string): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), `xianjie-e2e-${kind}-`));
  const database = kind === 'postgres' ? `e2e_${randomBytes(4).toString('hex')}` : '';
  const args = ['demo', '--data', join(folder, 'data'), '--accounts-out', join(folder, 'accounts.json')];
  if (until) args.push('--until', until);
  if (database) {
    createDatabase(database);
    args.push('--db', dsnOf(database));
  }
  const filled = await run(folder, args);
  await filled.stop();
  return { kind, folder, database, accounts: JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) };
}

export async function discard(t: Template): Promise<void> {
  if (t.database) dropDatabase(t.database);
  await rm(t.folder, { recursive: true, force: true });
}
