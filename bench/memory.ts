import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { asked, SELECTIONS } from './selections.js';
import type { World } from './world.js';

/** The memory that the server process holds, in megabytes. */
export interface Memory {
  idle: number;
  /** After the reports. */
  after: number;
  reports: number;
}

const PROGRAM = 'bin/hindcast.js';

/** Serves a database in a process of its own, asks for different reports as the public does, and looks at its size. */
export async function measureMemory(url: string, world: World, reports: number): Promise<Memory | null> {
  if (!existsSync('/proc/self/status') || !existsSync('dist/src/cli/main.js')) return null;
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--json'], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  try {
    const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer | number | null];
    if (!Buffer.isBuffer(line)) throw new Error(`The server did not start (${String(line)}).`);
    const { listening } = JSON.parse(line.toString()) as { listening: string };
    const idle = await resident(child.pid!);
    for (let run = 0; run < reports; run += 1) {
      const answer = await fetch(`${listening}/api/v1/calibration?${query(world, run)}`);
      await answer.arrayBuffer();
      // Whose record is not public, the public does not find.
      if (answer.status !== 200 && answer.status !== 404)
        throw new Error(`The server answered ${answer.status} to ${query(world, run)}.`);
    }
    return { idle, after: await resident(child.pid!), reports };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function query(world: World, run: number): string {
  const { filters } = asked(world, SELECTIONS[run % SELECTIONS.length]!, run);
  const given = Object.entries(filters).filter(([, value]) => value !== undefined) as [string, string][];
  return new URLSearchParams(given).toString();
}

async function resident(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024;
}
