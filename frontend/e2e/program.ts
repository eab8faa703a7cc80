import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The program under test: the real one, as scripts/e2e.sh builds it. */
export const binary = resolve(process.env.XIANJIE_BIN ?? `${import.meta.dirname}/../../bin/xianjie`);

/** The typefaces of printed papers; scripts/e2e.sh brings them. */
const fonts = resolve(import.meta.dirname, '../../fonts');

/** One run of the program that serves. */
export interface Running {
  /** Where it listens, host:port. */
  address: string;
  log: string[];
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

/** Starts the program in a folder and comes back when it serves. No setting of the tester's own environment reaches it. */
export async function run(folder: string, args: string[], listen = '127.0.0.1:0'): Promise<Running> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('XIANJIE_')));
  const child = spawn(binary, [...args, '--listen', listen, '--metrics-listen', 'off', '--fonts', fonts], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log: string[] = [];
  const address = await serving(child, log);
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { address, log, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

/** Reads the log until the line that says where the server is. */
function serving(child: ChildProcess & { stderr: NodeJS.ReadableStream }, log: string[]): Promise<string> {
  return new Promise((found, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`the program ended (${code}):\n${log.join('\n')}`)));
    createInterface(child.stderr).on('line', (line) => {
      log.push(line);
      const entry: { msg?: string; service?: string } = line.startsWith('{') ? JSON.parse(line) : {};
      if (entry.msg === 'serving' && entry.service) found(entry.service);
    });
  });
}
