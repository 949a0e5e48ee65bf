import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timingOf, type Thoroughness } from './sampling.js';

/** What a command costs before it is done with next to nothing to do. */
export interface Start {
  name: StartName;
  /** Seconds of the processor, by all threads: the median. */
  seconds: number;
  /** The same in parts of what `node -e 0` costs: other machines are faster or slower by about as much. */
  ofNode: number;
  /** The most memory that it held, in MB: the median. */
  megabytes: number;
}

export type StartName = (typeof START_NAMES)[number];

export const START_NAMES = [
  ...(['node -e 0', '--help', 'score --help', 'score', 'lint', 'migrate', 'report', 'verify'] as const),
  ...(['forecaster set', 'briefing add --dry-run'] as const),
];

const PROGRAM = 'bin/hindcast.js';

/** Tells what the process has used, on a channel of its own, when it ends. */
const TELLS_USE = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`,
)}`;

/** Starts commands one after the other. @returns null where the program has not been built */
export async function measureStarts({ starts }: Thoroughness): Promise<Start[] | null> {
  if (!existsSync('dist/src/cli/main.js')) return null;
  const folder = await mkdtemp(join(tmpdir(), 'hindcast-starts-'));
  try {
    const forecasts = join(folder, 'forecasts.csv');
    const briefing = join(folder, 'briefing.txt');
    await writeFile(forecasts, 'probability,outcome\n0.7,1\n0.2,0\n');
    await writeFile(briefing, 'Nothing is foreseen in here.\n');
    const url = `sqlite:${join(folder, 'empty.sqlite')}`;
    use([PROGRAM, 'migrate'], url);
    const words: Record<StartName, string[]> = {
      'node -e 0': ['-e', '0'],
      '--help': [PROGRAM, '--help'],
      'score --help': [PROGRAM, 'score', '--help'],
      score: [PROGRAM, 'score', forecasts],
      lint: [PROGRAM, 'lint', 'The port may close by June.', '--term', 'short'],
      migrate: [PROGRAM, 'migrate'],
      report: [PROGRAM, 'report'],
      verify: [PROGRAM, 'verify'],
      'forecaster set': [PROGRAM, 'forecaster', 'set', 'night-desk'],
      'briefing add --dry-run': [PROGRAM, 'briefing', 'add', briefing, '--dry-run'],
    };
    const found = START_NAMES.map((name) => ({ name, ...medianUse(words[name], url, starts) }));
    const node = found[0]!.seconds;
    return found.map((one) => ({ ...one, ofNode: one.seconds / node }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function medianUse(words: readonly string[], url: string, times: number) {
  const used = Array.from({ length: times }, () => use(words, url));
  return {
    seconds: timingOf(used.map(({ seconds }) => seconds)).median,
    megabytes: timingOf(used.map(({ megabytes }) => megabytes)).median,
  };
}

function use(words: readonly string[], url: string): { seconds: number; megabytes: number } {
  const { output, error } = spawnSync(process.execPath, ['--import', TELLS_USE, ...words], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (error) throw error;
  const told = JSON.parse(output[3]!.toString()) as NodeJS.ResourceUsage;
  return { seconds: (told.userCPUTime + told.systemCPUTime) / 1e6, megabytes: told.maxRSS / 1024 };
}
