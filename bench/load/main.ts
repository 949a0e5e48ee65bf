import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerminalOutput } from '../../src/cli/output.js';
import { NO_LIMITS } from '../no-limits.js';
import { LOADS } from './loads.js';
import { type Alive, probe } from './probe.js';

/** `npm run measure:load`: how long `/livez` takes while the example desk is under load. */
const LASTS_MS = 8000;
/** More than this, and a supervisor may take the server for dead. */
const LONGEST_MS = 250;

interface Measured {
  load: string;
  limits: 'as set' | 'off';
  alive: Alive;
  /** requests of the load, by status of the answer */
  answers: Record<string, number>;
}

const output = new TerminalOutput(process.argv.includes('--json'));
const place = await mkdtemp(join(tmpdir(), 'hindcast-load-'));
const url = process.env['DATABASE_URL'] ?? `sqlite:${join(place, 'desk.sqlite')}`;
try {
  const figures = [
    ...(await withDemo({}, (origin, tokens) => measure('as set', origin, tokens))),
    ...(await withDemo(NO_LIMITS, (origin, tokens) => measure('off', origin, tokens))),
  ];
  output.json(figures);
  output.line(table(figures));
  if (figures.some(({ alive }) => alive.max > LONGEST_MS)) process.exitCode = 1;
} finally {
  await rm(place, { recursive: true, force: true });
}

async function withDemo<T>(
  env: Record<string, string>,
  work: (origin: string, tokens: Record<string, string>) => Promise<T>,
): Promise<T> {
  const demo = spawn(process.execPath, ['bin/hindcast.js', 'demo', '--json'], {
    env: { ...process.env, DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(demo, 'exit');
  try {
    const [line] = (await once(demo.stdout, 'data')) as [Buffer];
    const { listening, tokens } = JSON.parse(String(line)) as {
      listening: string;
      tokens: Record<string, string>;
    };
    return await work(listening, tokens);
  } finally {
    demo.kill('SIGTERM');
    await ended;
  }
}

async function measure(
  limits: Measured['limits'],
  origin: string,
  tokens: Record<string, string>,
): Promise<Measured[]> {
  const began = performance.now();
  const idle = await probe(origin, () => performance.now() - began > LASTS_MS);
  const measured: Measured[] = [{ load: 'none', limits, alive: idle, answers: {} }];
  for (const [number, { name, role }] of LOADS.entries()) {
    let over = false;
    const [answers, alive] = await Promise.all([
      generate(number, origin, tokens[role ?? ''] ?? '').finally(() => (over = true)),
      probe(origin, () => over),
    ]);
    measured.push({ load: name, limits, alive, answers });
    output.note(`${name}, limits ${limits}: ${alive.max.toFixed(0)} ms at most`);
  }
  return measured;
}

/** Loads the server from another process. */
async function generate(number: number, origin: string, token: string): Promise<Record<string, number>> {
  const file = join(import.meta.dirname, 'generator.js');
  const child = spawn(process.execPath, [file, String(number), origin, token, String(LASTS_MS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`The load ended with ${code}.`);
  return JSON.parse(text) as Record<string, number>;
}

function table(figures: readonly Measured[]): string {
  const rows = figures.map(({ load, limits, alive, answers }) => {
    const idle = figures.find((one) => one.load === 'none' && one.limits === limits)!.alive;
    const counts = Object.entries(answers).map(([status, count]) => `${count} × ${status}`);
    const times = [alive.p50, alive.p99, alive.max].map((ms) => ms.toFixed(1)).join(' | ');
    return `| ${load} | ${limits} | ${times} | ${(alive.p99 / idle.p99).toFixed(1)} × | ${counts.join(', ')} |`;
  });
  return [
    '| load | limits | p50 ms | p99 ms | max ms | p99 to idle | answers |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
