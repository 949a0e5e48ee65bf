import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NO_LIMITS } from '../../bench/no-limits.js';

const root = resolve(import.meta.dirname, '../..');

/** The program compiled as it stands, in a folder of its own: what others build meanwhile does not matter. */
export async function compile(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'hindcast-build-'));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const words = [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')];
  execFileSync(process.execPath, [...words, '--sourceMap', 'false', '--noCheck'], {
    cwd: root,
    stdio: 'pipe',
  });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await symlink(join(root, 'package.json'), join(folder, 'package.json'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface Server {
  address: string;
  child: ChildProcess;
  log(): string;
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
}

/** Starts a compiled program on a free port, and waits until it listens. */
export async function startServer(
  folder: string,
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<Server> {
  const { child, log, ended } = launch(folder, databaseUrl, settings);
  const listening = once(child.stdout!, 'data').then(([chunk]) => String(chunk));
  const first = await Promise.race([listening, ended]);
  if (typeof first !== 'string' || !first.startsWith('{')) throw new Error(`It did not start: ${log()}`);
  const { listening: address } = JSON.parse(first) as { listening: string };
  return { address, child, log, ended };
}

/** Starts a compiled program, and does not wait. */
export function launch(
  folder: string,
  databaseUrl: string,
  settings: Record<string, string> = {},
): Omit<Server, 'address'> {
  const own = { NODE_OPTIONS: '', DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [join(folder, 'dist/src/main.js'), '--json'], {
    env: { ...process.env, ...NO_LIMITS, ...own, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string | null);
  return { child, log: () => log, ended };
}
