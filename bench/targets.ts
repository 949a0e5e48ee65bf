import type { Figures } from './measure.js';
import type { Results } from './run.js';
import { type SelectionName } from './selections.js';
import type { Start, StartName } from './starts.js';

/** One line of the table of targets. */
export interface Judged {
  what: string;
  target: string;
  figure: string;
  /** Null where it could not be measured. */
  met: boolean | null;
  /** By how much: the figure in parts of the target, 1 being just met. */
  ofTarget: number | null;
}

type Found = Omit<Results, 'targets'>;

/** Compares what was found on SQLite with what was promised; the largest and smallest sizes stand for 10⁷ and 10⁴. */
export function judge(found: Found): Judged[] {
  const sqlite = found.figures.filter(({ engine }) => engine === 'SQLite');
  const [small, large] = [sqlite[0]!, sqlite.at(-1)!];
  const at = `at ${power(large.size)}`;
  const { reads, writes } = large;
  return [
    ...(['everything', 'kind × term', '12 months'] as const).map((name) =>
      atMost(
        `${name}: median ${at} over median at ${power(small.size)}`,
        reads.plain[name].median / small.reads.plain[name].median,
        2,
        times,
      ),
    ),
    ...NARROW.map((name) => atMost(`${name}: median ${at}`, reads.plain[name].median, 3, ms)),
    atMost(`every mix, without resampling: p99 ${at}`, reads.plain['every mix'].p99, 20, ms),
    atMost(`every mix, resampled, cold: p99 ${at}`, reads.cold['every mix'].p99, 100, ms),
    atMost(
      `everything (${reads.values} values), resampled, cold: p99 ${at}`,
      reads.cold.everything.p99,
      100,
      ms,
    ),
    atMost(`every mix, resampled, cached: p99 ${at}`, reads.cached['every mix'].p99, 20, ms),
    againstFold(sqlite),
    atMost(
      'engine from a ready tally of 101 values, no resampling: median',
      found.engine.ready.median,
      0.3,
      ms,
    ),
    againstScikit(found),
    ...(['resolveCrowd', 'correctCrowd'] as const).flatMap((name) => [
      atMost(`${WORDS[name]} ${at}: median`, writes[name].median, 250, ms),
      atMost(
        `${WORDS[name]} ${at} over ${power(small.size)}`,
        writes[name].median / small.writes[name].median,
        5,
        times,
      ),
    ]),
    atMost(`resolving a scenario with three forecasters ${at}: median`, writes.resolveTrio.median, 5, ms),
    atMost(
      `server memory ${at}, resident`,
      large.memory?.after ?? null,
      300,
      (value) => `${rounded(value)} MB`,
    ),
    atMost(
      `rebuild of all that is derived ${at}`,
      large.rebuildSeconds / 60,
      10,
      (value) => `${rounded(value)} min`,
    ),
    ...startTargets(found.starts),
  ];
}

/** Seconds of the processor, and MB where that was promised. */
const STARTS: Partial<Record<StartName, [seconds: number, megabytes: number | null]>> = {
  '--help': [0.4, 80],
  'score --help': [0.4, 80],
  score: [0.4, 80],
  lint: [1.5, 250],
  migrate: [1.5, null],
  report: [1.5, null],
  verify: [1.5, null],
  'forecaster set': [1.5, null],
  'briefing add --dry-run': [1.5, null],
};

function startTargets(starts: readonly Start[] | null): Judged[] {
  return Object.entries(STARTS).flatMap(([name, [seconds, most]]) => {
    const start = starts?.find((one) => one.name === name) ?? null;
    const time = start && `, ${rounded(start.ofNode)} × \`node -e 0\``;
    return [
      atMost(
        `\`${name}\`: CPU${time ?? ''}`,
        start && start.seconds,
        seconds,
        (value) => `${rounded(value)} s`,
      ),
      ...(most === null
        ? []
        : [atMost(`\`${name}\`: memory`, start && start.megabytes, most, (value) => `${rounded(value)} MB`)]),
    ];
  });
}

const NARROW = [
  ...(['one forecaster', 'one topic', 'forecaster × topic'] as const),
  ...(['any months of a forecaster', 'any months of a topic'] as const),
] satisfies SelectionName[];

const WORDS = {
  resolveCrowd: 'resolving a scenario with 1,000 forecasters',
  correctCrowd: 'correcting a scenario with 1,000 forecasters',
};

/** At 10⁶, or the largest size below it. */
function againstFold(sqlite: readonly Figures[]): Judged {
  const at = sqlite.filter(({ size, baselines }) => size <= 1_000_000 && baselines.fold !== null).at(-1);
  if (!at) return missing('everything, against folding all rows', '≥ 500 × faster');
  const ratio = at.baselines.fold!.median / at.reads.plain.everything.median;
  return {
    what: `everything, against folding all rows at ${power(at.size)}`,
    target: '≥ 500 × faster',
    ...{ figure: `${rounded(ratio)} ×`, met: ratio >= 500, ofTarget: 500 / ratio },
  };
}

function againstScikit({ engine, scikit }: Found): Judged {
  const what = 'engine from 10⁶ raw pairs, against numpy bincount and scikit-learn: median';
  if (scikit === null) return missing(what, '≤ 1.5 ×');
  return atMost(what, engine.raw.median / scikit.counted.median, 1.5, times);
}

const missing = (what: string, target: string): Judged => ({
  ...{ what, target, figure: 'not measured', met: null, ofTarget: null },
});

function atMost(
  what: string,
  figure: number | null,
  target: number,
  words: (value: number) => string,
): Judged {
  if (figure === null) return missing(what, `≤ ${words(target)}`);
  return {
    ...{ what, target: `≤ ${words(target)}`, figure: words(figure) },
    ...{ met: figure <= target, ofTarget: figure / target },
  };
}

export const ms = (value: number): string => `${rounded(value)} ms`;
const times = (value: number): string => `${rounded(value)} ×`;

/** Three digits are as many as mean something. */
export const rounded = (value: number): string => String(Number(value.toPrecision(3)));

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @example power(10000) // => '10⁴' */
export function power(size: number): string {
  const exponent = Math.log10(size);
  return Number.isInteger(exponent) ? `10${DIGITS[exponent]!}` : String(size);
}
