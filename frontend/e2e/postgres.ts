import { execFileSync } from 'node:child_process';

/** The server to test on; a missing one fails the run, it never skips. */
function server(): string {
  const dsn = process.env.XIANJIE_TEST_PG;
  if (!dsn) throw new Error('XIANJIE_TEST_PG is not set: run scripts/e2e.sh, or scripts/pg.sh run …');
  return dsn;
}

export function dsnOf(name: string): string {
  const url = new URL(server());
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes a database, empty or as a copy of another that nobody is connected to. */
export function createDatabase(name: string, like?: string): void {
  sql(`CREATE DATABASE ${name}${like ? ` TEMPLATE ${like}` : ''}`);
}

export function dropDatabase(name: string): void {
  sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function sql(statement: string): void {
  execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', server(), '-c', statement], { stdio: 'pipe' });
}
