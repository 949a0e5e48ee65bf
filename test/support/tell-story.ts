import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the story has been told once already, for all files of the suite. */
export const TOLD = 'HINDCAST_TOLD_STORY';

/** What `hindcast demo --json` prints when it listens. */
export interface Started {
  listening: string;
  tokens: Record<string, string>;
  /** a name and a password for each role */
  logins: Record<string, { name: string; password: string }>;
}

/** Tells the story of the example desk once, so that each file of the browser suite starts from a copy of it. */
export default async function tellStory(): Promise<void> {
  const file = join(await mkdtemp(join(tmpdir(), 'hindcast-story-')), 'desk.sqlite');
  const { demo } = await runDemo(`sqlite:${file}`);
  await ended(demo);
  process.env[TOLD] = file;
}

export interface RunningDemo {
  demo: ChildProcess;
  started: Started;
}

/** Tells the story into this database, or takes it up there, and waits until it is served. */
export async function runDemo(database: string, settings: NodeJS.ProcessEnv = {}): Promise<RunningDemo> {
  const demo = spawn(process.execPath, ['bin/hindcast.js', 'demo', '--json'], {
    env: {
      ...process.env,
      // A browser test asks for more pages than a person would. Jest loads this file without the others of the project.
      ...{ LIMIT_ANONYMOUS: 'off', LIMIT_TOKEN: 'off', LIMIT_ACCOUNT: 'off' },
      ...{ NODE_OPTIONS: '', DATABASE_URL: database, PORT: '0', LOG_LEVEL: 'error' },
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const started = await new Promise<Started>((resolved, failed) => {
    demo.once('exit', (code) => failed(new Error(`The demo ended with ${code}.`)));
    demo.stdout.once('data', (line: Buffer) => resolved(JSON.parse(String(line)) as Started));
  });
  return { demo, started };
}

/** Stops it as a person would, and waits until its file is whole. */
export async function ended(demo: ChildProcess): Promise<void> {
  if (demo.exitCode !== null) return;
  const exit = new Promise((done) => demo.once('exit', done));
  demo.kill('SIGTERM');
  await exit;
}
