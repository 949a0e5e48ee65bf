import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { asked, SELECTIONS } from './selections.js';
import { withServer } from './server.js';
import type { World } from './world.js';

/** The memory that the server process holds, in megabytes. */
export interface Memory {
  idle: number;
  /** After the reports. */
  after: number;
  reports: number;
}

/** Serves a database, asks for different reports as the public does, and looks at the size of the process. */
export async function measureMemory(url: string, world: World, reports: number): Promise<Memory | null> {
  if (!existsSync('/proc/self/status')) return null;
  return withServer(url, async (address, pid) => {
    const idle = await resident(pid);
    for (let run = 0; run < reports; run += 1) {
      const answer = await fetch(`${address}/api/v1/calibration?${query(world, run)}`);
      await answer.arrayBuffer();
      // Whose record is not public, the public does not find.
      if (answer.status !== 200 && answer.status !== 404)
        throw new Error(`The server answered ${answer.status} to ${query(world, run)}.`);
    }
    return { idle, after: await resident(pid), reports };
  });
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
