import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { type Report, sharedSums, tallyOf } from '../../src/calibration/index.js';
import type { RowCounts } from '../../src/cli/score-file.js';
import type { RefusedRow } from '../../src/cli/score-refusals.js';
import { QuestionTally } from '../../src/cli/score-tally.js';
import { addScoreCommand } from '../../src/cli/score.command.js';
import fc from '../support/fast-check.js';
import { sharedPath } from '../support/shared.js';
import { MemoryOutput } from './memory-output.js';

type Printed = Report & {
  rows: RowCounts;
  refused: RefusedRow[];
  groups?: { key: string; title: string; report: Report }[];
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-shapes-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(words: string[], output = new MemoryOutput()): Promise<MemoryOutput> {
  const program = new Command().exitOverride();
  addScoreCommand(program, output);
  await program.parseAsync(['node', 'hindcast', 'score', ...words]);
  return output;
}

async function score(content: string, words: string[] = [], output?: MemoryOutput): Promise<MemoryOutput> {
  const file = join(folder, 'forecasts.csv');
  await writeFile(file, content);
  return run([file, ...words], output);
}

async function json(content: string, ...words: string[]): Promise<Printed & { code: number | undefined }> {
  const output = await score(content, ['--json', ...words]);
  expect(output.notes).toEqual([]);
  return { ...(output.printed[0] as Printed), code: output.code };
}

const lines = (...all: string[]) => [...all, ''].join('\n');
const PLAIN = { n: 2, occurred: 1, code: 0 };
const BRIER = (0.09 + 0.04) / 2;

describe('the shape of a file', () => {
  it.each<[string, string, string[]]>([
    ['commas', lines('probability,outcome', '0.7,1', '0.2,0'), []],
    ['semicolons', lines('probability;outcome', '0.7;1', '0.2;0'), []],
    ['tabs', lines('outcome\tprobability', '1.0\t7e-1', '0.0\t.2'), []],
    ['a declared separator', lines('sep=;', 'probability;outcome', '0.7;TRUE', '0.2;FALSE'), []],
    ['another declared separator', lines('sep=|', 'probability|outcome', '0.7|yes', '0.2|no'), []],
    ['a quoted declaration', lines('\uFEFF"sep=;"', '"probability";"outcome"', '"0.7";"1"', '0.2;0'), []],
    ['commas in quoted names', lines('"a, b";probability;outcome', '"1,5";0.7;1', 'x;0.2;0'), []],
    ['percent signs in every row', lines('probability,outcome', '70%,1', '20 %,0'), []],
    ['percent signs and a plain 0', lines('probability,outcome', '70%,1', '20%,0', '0,0.5'), []],
    ['percentages, declared', lines('probability,outcome', '70,1', '20%,0'), ['--percent']],
    ['decimal commas, declared', lines('probability;outcome', '0,7;1,0', '0,2;0'), ['--decimal-comma']],
    ['both', lines('probability\toutcome', '70,0\t1', '20\t0'), ['--percent', '--decimal-comma']],
    ['other names', lines('P hat,Y,note', '0.7,1,', '0.2,0,'), ['--probability', 'p hat', '--outcome', 'y']],
  ])('may have %s', async (_, content, words) => {
    const printed = await json(content, ...words);
    expect(printed).toMatchObject({ ...PLAIN, rows: { scored: 2, rounded: 0, refused: 0 } });
    expect(printed.brierScore).toBeCloseTo(BRIER, 12);
  });

  it('rounds percentages to two decimals, which are four of the probability', async () => {
    const printed = await json(lines('probability,outcome', '12.345%,0', '33.3%,0', '1.1%,0', '99.999%,1'));
    expect(printed.rows).toEqual({ read: 4, scored: 4, rounded: 2, withoutOutcome: 0, refused: 0 });
    expect(printed.brierScore).toBeCloseTo((0.1235 ** 2 + 0.333 ** 2 + 0.011 ** 2) / 4, 12);
  });

  const ASKED: [string, string, RegExp, RegExp][] = [
    [
      'numbers of which some may be percentages',
      lines('probability,outcome', '0.7,1', '70,0'),
      /^1 of 2 probabilities lie from 10 to 100\. Are all of them percentages\?$/,
      /say --percent; if they are 0 to 1 and the rest is wrong, say --fraction/,
    ],
    [
      'percent signs in some rows',
      lines('probability,outcome', '0.7,1', '70%,0'),
      /^1 of 2 probabilities have a percent sign, the others have none\./,
      /say --percent; /,
    ],
    [
      'numbers with a comma',
      lines('probability;outcome', '0,7;1', '0,2;0'),
      /^2 of 2 probabilities have a comma, as in 0,7\. Is it a decimal comma\?$/,
      /say --decimal-comma/,
    ],
    [
      'other names for its columns',
      lines(
        'Question title,Forecast (scale = 0-1),Forecast created by,Resolution',
        'a,0.7,x,YES',
        'b,0.2,x,NO',
      ),
      /^It has no column "probability" and "outcome"\. Read it as --probability "Forecast \(scale = 0-1\)" --outcome Resolution --scenario "Question title" --forecaster "Forecast created by"\?$/,
      /say --probability "Forecast \(scale = 0-1\)" --outcome Resolution --scenario "Question title"/,
    ],
  ];

  it.each(ASKED)('is asked about where it has %s, and never guessed', async (_, content, question, flag) => {
    const yes = await score(content, ['--json'], new MemoryOutput(true));
    expect(yes.asked).toEqual([expect.stringMatching(question)]);
    expect((yes.printed[0] as Printed).n).toBe(2);
    for (const answer of [null, false]) {
      const output = await score(content, ['--json'], new MemoryOutput(answer));
      expect(output).toMatchObject({ code: 1, asked: yes.asked });
      expect(output.printed).toEqual([{ error: expect.objectContaining({ code: 'malformed_request' }) }]);
      expect(output.notes).toEqual([expect.stringMatching(flag)]);
    }
  });

  it('is as declared: with --fraction, what is no fraction is refused', async () => {
    const output = await score(lines('probability,outcome', '0.7,1', '70,0', '70%,0'), [
      '--json',
      '--fraction',
    ]);
    expect(output).toMatchObject({ code: 2, asked: [] });
    expect((output.printed[0] as Printed).rows).toMatchObject({ scored: 1, refused: 2 });
  });

  it.each([
    [['--probability', 'q'], /no column "q" \(--probability\); its header says: probability, outcome/],
    [['--scenario', 'topic'], /no column "topic" \(--scenario\)/],
    [['--percent', '--fraction'], /not both/],
  ])('%p that does not fit is one sentence', async (words, sentence) => {
    const output = await score(lines('probability,outcome', '0.7,1'), words);
    expect(output).toMatchObject({ code: 1, notes: [expect.stringMatching(sentence)] });
  });
});

describe('rows of one question', () => {
  const body = Array.from({ length: 400 }, (_, i) => `q${i % 40},0.${(i % 9) + 1},${i % 40 < 20 ? 1 : 0}`);

  it.each([
    ['question_id', []],
    ['ifp', ['--scenario', 'ifp']],
  ])('share an outcome: by %p the ranges count questions', async (name, words) => {
    const apart = await json(lines('probability,outcome', ...body.map((row) => row.replace(/^\w+,/, ''))));
    const shared = await json(lines(`${name},probability,outcome`, ...body), ...words);
    expect(apart).toMatchObject({ n: 400, scenarios: 400 });
    expect(shared).toMatchObject({ n: 400, scenarios: 40, rows: { scored: 400 } });
    expect(shared.predictions).toMatchObject({ scored: 40, occurred: 20, notOccurred: 20 });
    expect(shared.brierScore).toBe(apart.brierScore);
    const width = ({ expectedOccurred: { low, high } }: Report) => high! - low!;
    expect(width(shared)).toBeGreaterThan(2.5 * width(apart));
    const [text] = (await score(lines(`${name},probability,outcome`, ...body), words)).lines;
    expect(text).toContain('400 of 400 rows scored.\nThey rest on 40 questions:');
  });

  it('with different outcomes are refused, with the numbers of the rows', async () => {
    const content = lines(
      'question_id,probability,outcome',
      'a,0.7,1',
      'b,0.2,0',
      'a,0.6,0',
      'a,0.5,',
      'a,0.4,1',
      ',0.1,0',
      ',0.1,1',
    );
    const printed = (await score(content, ['--json'])).printed[0] as Printed;
    const reason = 'rows of one question have different outcomes (line 2: occurred, line 4: did not)';
    expect(printed.refused.map((row) => [row.line, row.reason])).toEqual(
      [2, 4, 6].map((line) => [line, reason]),
    );
    expect(printed.rows).toEqual({ read: 7, scored: 3, rounded: 0, withoutOutcome: 1, refused: 3 });
    expect(printed.scenarios).toBe(3); // a row that names no question has an outcome of its own
  });

  it('add to the sums of chance what the engine says', () => {
    const forecast = fc.record({
      bp: fc.integer({ min: 0, max: 10_000 }),
      question: fc.integer({ min: -1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(forecast, { maxLength: 40 }), (forecasts) => {
        const counted = new QuestionTally();
        const byQuestion = new Map<number, number[]>();
        for (const { bp, question } of forecasts) {
          counted.add(bp, question % 2 === 0, question < 0 ? null : question);
          if (question >= 0) byQuestion.set(question, [...(byQuestion.get(question) ?? []), bp]);
        }
        expect(counted.shared()).toEqual(sharedSums(byQuestion.values()));
        expect(counted.tally).toEqual(tallyOf(forecasts.map(({ bp, question }) => [bp, question % 2 === 0])));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a column of forecasters', () => {
  it('gives a report for each beside the one for all, the most forecasts first', async () => {
    const content = lines(
      'probability,outcome,forecaster,question_id',
      '0.7,1,Ann,a',
      '0.2,1,Bo,a',
      '0.4,0,Bo,b',
      '1,1,,c',
    );
    const printed = await json(content);
    expect(printed).toMatchObject({ n: 4, scenarios: 3 });
    expect(printed.groups!.map(({ key, title, report }) => [key, title, report.n, report.scenarios])).toEqual(
      [
        ['Bo', 'Bo', 2, 2],
        ['', '(no forecaster)', 1, 1],
        ['Ann', 'Ann', 1, 1],
      ],
    );
    expect(printed.groups![0]!.report.brierScore).toBeCloseTo((0.64 + 0.16) / 2, 12);
    const { lines: told } = await score(content);
    expect(told[1]).toMatch(/Forecaster .*\nBo +2 +0\.4000 +0\.500 {2}insufficient\n/);
  });
});

/** Rows, scored rows, base rate and Brier score as the list of sources beside the data gives them. */
const KNOWN: [file: string, rows: number, n: number, baseRate: number, brier: number][] = [
  ['zach_jacobi_2017_2019', 278, 277, 0.747, 0.1657],
  ['halawi_crowd', 3848, 3848, 0.377, 0.1486],
  ['fte_2018_midterms', 3036, 3024, 0.5, 0.0305],
  ['fte_senate_2008_2012', 207, 207, 0.498, 0.0317],
  ['fte_ncaa_2011_2014', 253, 253, 0.7, 0.1963],
  ['fte_sports_games', 57_585, 57_569, 0.498, 0.229],
  ['recidivism_broward', 4000, 4000, 0.476, 0.2225],
];

describe('published data', () => {
  for (const [file, rows, n, baseRate, brier] of KNOWN) {
    const path = sharedPath('data', `${file}.csv`);
    const why = path === null ? ' (left out: the data is not beside the project)' : '';
    (path === null ? it.skip : it)(`scores ${file} as published${why}`, async () => {
      const output = await run([path!, '--json']);
      const printed = output.printed[0] as Printed;
      expect(output.code).toBe(0);
      expect(printed).toMatchObject({
        n,
        rows: { read: rows, scored: n, withoutOutcome: rows - n, refused: 0 },
      });
      expect(printed.baseRate).toBeCloseTo(baseRate, 3);
      expect(Math.abs(printed.brierScore! - brier)).toBeLessThan(0.00006);
    });
  }
});

describe('docs/score.md', () => {
  it('shows what its example prints', async () => {
    const text = await readFile(join(root, 'docs/score.md'), 'utf8');
    const block = (after: string) => text.split(after)[1]!.split('```')[0]!.trim();
    const content = block('```csv\n');
    await writeFile(join(folder, 'polls.csv'), `${content}\n`);
    const [, words] = /\$ hindcast score polls\.csv (.*)\n/.exec(text)!;
    const output = await run([join(folder, 'polls.csv'), ...words!.split(' ')]);
    const printed = [...output.lines, ...output.notes].join('\n').trim();
    for (const part of block('```text\n').split('\n…\n')) expect(printed).toContain(part);
    expect(output.code).toBe(2);
  });

  it('names every option', async () => {
    const text = await readFile(join(root, 'docs/score.md'), 'utf8');
    const program = new Command();
    addScoreCommand(program, new MemoryOutput());
    for (const { long } of program.commands[0]!.options) expect(text).toContain(`\`${long}`);
  });
});
