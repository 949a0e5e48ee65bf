import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { NO_LIMITS } from './no-limits.js';

const PROGRAM = 'bin/hindcast.js';

/** Serves a database in a process of its own while `fn` asks it. @returns null where the program has not been built */
export async function withServer<T>(
  url: string,
  fn: (address: string, pid: number) => Promise<T>,
): Promise<T | null> {
  if (!existsSync('dist/src/cli/main.js')) return null;
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--json'], {
    env: {
      ...process.env,
      ...NO_LIMITS,
      ...{ NODE_OPTIONS: '', DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'silent' },
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  try {
    const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer | number | null];
    if (!Buffer.isBuffer(line)) throw new Error(`The server did not start (${String(line)}).`);
    const { listening } = JSON.parse(line.toString()) as { listening: string };
    return await fn(listening, child.pid!);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
