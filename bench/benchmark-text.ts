import { ASK_NAMES } from './asks.js';
import type { Figures } from './measure.js';
import type { Results } from './run.js';
import type { Timing } from './sampling.js';
import { SELECTIONS } from './selections.js';
import { type Judged, power, rounded } from './targets.js';

/** What was found, for people: targets first. */
export function benchmarkText(results: Results): string {
  const { machine, agreement, figures } = results;
  const header = figures.map(({ engine, size }) => `${engine} ${power(size)}`);
  return [
    '# Benchmark',
    '',
    `Measured on ${results.on} with \`npm run bench\` on ${machine.cpu}, ${machine.cores} cores, ` +
      `${machine.gigabytes} GB, ${machine.system}, Node ${machine.node}` +
      (machine.load < 0.5
        ? '.'
        : `; its load was ${rounded(machine.load)} from other programs when it began.`),
    '',
    'Forecasts of two decimals by 1,000 forecasters in 100 topics, outcomes over 60 months. Median and 99th percentile; ' +
      'times are those of the service as the API calls it, names looked up, one state of the database read.',
    '',
    ...table(['target', 'to be', 'is', ''], results.targets.map(targetRow)),
    '',
    '## Reports, in milliseconds: median (p99)',
    '',
    ...table(
      ['without resampling', ...header],
      SELECTIONS.map((name) => [name, ...figures.map(({ reads }) => both(reads.plain[name]))]),
    ),
    '',
    ...table(['with resampling', ...header], resampled(figures)),
    '',
    '## Resolving, in milliseconds: median (p99)',
    '',
    ...table(
      ['', ...header],
      [
        ['resolving, 1,000 forecasters', ...figures.map(({ writes }) => both(writes.resolveCrowd))],
        ['correcting, 1,000 forecasters', ...figures.map(({ writes }) => both(writes.correctCrowd))],
        ['resolving, 3 forecasters', ...figures.map(({ writes }) => both(writes.resolveTrio))],
      ],
    ),
    '',
    '## Pages and lists, from sending to the last byte, in milliseconds: median (p99)',
    '',
    ...table(
      ['', ...header],
      ASK_NAMES.map((name) => [
        name,
        ...figures.map(({ answered }) => (answered ? both(answered[name]) : '–')),
      ]),
    ),
    '',
    '## The same report by other means, in milliseconds',
    '',
    ...table(['everything', ...header], baselines(figures)),
    '',
    ...engine(results),
    '',
    '## Commands, from their start to their end with next to nothing to do',
    '',
    ...table(['', 'CPU, s', '`node -e 0`', 'MB'], starts(results)),
    '',
    '## The databases',
    '',
    ...table(['', ...header], databases(figures)),
    '',
    `Of ${agreement.size} forecasts put on record twice, as rows and act by act through the domain, ` +
      `${agreement.compared} reports of different selections were compared: ` +
      (agreement.differences.length === 0
        ? 'all are equal.'
        : `${agreement.differences.length} differ.\n\n${agreement.differences.map((one) => `- ${one}`).join('\n')}`),
    '',
  ].join('\n');
}

const both = ({ median, p99 }: Timing): string => `${rounded(median)} (${rounded(p99)})`;

/** By how much a target is met or missed. */
function targetRow({ what, target, figure, met, ofTarget }: Judged): string[] {
  const share =
    ofTarget === null
      ? ''
      : ofTarget <= 1
        ? `${Math.round((1 - ofTarget) * 100)} % to spare`
        : `${rounded(ofTarget)} × the target`;
  return [what, target, figure, met === null ? '' : `${met ? 'met' : '**missed**'}, ${share}`];
}

const resampled = (figures: readonly Figures[]): string[][] =>
  (['everything', 'every mix'] as const).flatMap((name) => [
    [`${name}, cold`, ...figures.map(({ reads }) => both(reads.cold[name]))],
    [`${name}, cached`, ...figures.map(({ reads }) => both(reads.cached[name]))],
  ]);

const baselines = (figures: readonly Figures[]): string[][] => [
  ['from tallies', ...figures.map(({ reads }) => both(reads.plain.everything))],
  [
    'all counted rows, folded in JavaScript',
    ...figures.map(({ baselines: { fold } }) => (fold ? both(fold) : '–')),
  ],
  ['GROUP BY probability', ...figures.map(({ baselines: { groupBy } }) => both(groupBy))],
];

function engine({ engine: { ready, raw }, scikit }: Results): string[] {
  const rows = [
    ['the whole report from a ready tally of 101 values', both(ready)],
    ['the whole report from 10⁶ pairs in typed arrays', both(raw)],
  ];
  if (scikit) {
    const by = `numpy ${scikit.numpy}, scikit-learn ${scikit.sklearn}`;
    rows.push([`Brier score, curve, isotonic regression of 10⁶ pairs: ${by}`, both(scikit.raw)]);
    rows.push(['the same after numpy.bincount', both(scikit.counted)]);
  }
  return table(['the engine alone, without resampling', 'ms'], rows);
}

const starts = ({ starts: found }: Results): string[][] =>
  (found ?? []).map(({ name, seconds, ofNode, megabytes }) => [
    `\`${name}\``,
    rounded(seconds),
    `× ${rounded(ofNode)}`,
    rounded(megabytes),
  ]);

const databases = (figures: readonly Figures[]): string[][] => [
  ['forecasts counted', ...figures.map(({ reads }) => String(reads.n))],
  ['rows of the record', ...figures.map(({ rows }) => String(rows))],
  ['MB', ...figures.map(({ megabytes }) => rounded(megabytes))],
  ['writing the record, s', ...figures.map(({ buildSeconds }) => rounded(buildSeconds))],
  ['rebuild of all that is derived, s', ...figures.map(({ rebuildSeconds }) => rounded(rebuildSeconds))],
  [
    'rebuild of what words find, of what is suggested, s',
    ...figures.map(({ searchSeconds: took }) =>
      took ? `${rounded(took.words)}, ${rounded(took.suggestions)}` : '–',
    ),
  ],
  [
    'server, MB resident: at first, after some hundred reports',
    ...figures.map(({ memory }) => (memory ? `${rounded(memory.idle)}, ${rounded(memory.after)}` : '–')),
  ],
];

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}
