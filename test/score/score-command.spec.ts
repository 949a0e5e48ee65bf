import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import type { Report } from '../../src/calibration/index.js';
import type { RefusedRow } from '../../src/cli/score-file.js';
import { addScoreCommand } from '../../src/cli/score.command.js';
import { sharedPath } from '../support/shared.js';
import { MemoryOutput } from './memory-output.js';
import fc from '../support/fast-check.js';

type Printed = Report & { rows: number; refusedCount: number; refused: RefusedRow[] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-score-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<MemoryOutput> {
  const output = new MemoryOutput();
  const program = new Command().exitOverride();
  addScoreCommand(program, output);
  await program.parseAsync(['node', 'hindcast', 'score', ...args]);
  return output;
}

async function score(content: string | Buffer, ...options: string[]): Promise<MemoryOutput> {
  const file = join(folder, 'forecasts.csv');
  await writeFile(file, content);
  return run(file, ...options);
}

async function json(content: string | Buffer): Promise<Printed & { code: number | undefined }> {
  const output = await score(content, '--json');
  expect(output.printed).toHaveLength(1);
  expect(output.lines).toEqual([]);
  return { ...(output.printed[0] as Printed), code: output.code };
}

const rows = (...lines: string[]) => ['probability,outcome', ...lines, ''].join('\n');

describe('hindcast score FILE.csv --json', () => {
  it('prints the report with the rows read and refused beside it, and ends with 0', async () => {
    const printed = await json(rows('0.7,1', '0.2,0'));
    expect(printed).toMatchObject({ n: 2, occurred: 1, rows: 2, refusedCount: 0, refused: [], code: 0 });
    expect(printed.brierScore).toBeCloseTo((0.09 + 0.04) / 2, 12);
  });

  it('finds its columns in any case and order, after a byte order mark, and ignores the others', async () => {
    const printed = await json('\uFEFFnote, Outcome ,"PROBABILITY"\r\n"a, ""b""\nc",yes,0.9\r\nx,no,0.1\r\n');
    expect(printed).toMatchObject({ n: 2, occurred: 1, refusedCount: 0 });
  });

  it.each(['1', 'true', 'TRUE', 'yes', 'Yes', 'occurred', ' 1 '])(
    'counts %p as occurred',
    async (outcome) => {
      expect(await json(rows(`0.7,${outcome}`))).toMatchObject({ n: 1, occurred: 1 });
    },
  );

  it.each(['0', 'false', 'no', 'not_occurred', 'NO'])('counts %p as not occurred', async (outcome) => {
    expect(await json(rows(`0.7,${outcome}`))).toMatchObject({ n: 1, occurred: 0 });
  });

  it.each(['0', '1', '0.5', '.5', '1.0', '0.1234', '0.50000', '-0', ' 0.3 ', '00.5', '1.'])(
    'takes %p as a probability',
    async (probability) => {
      expect(await json(rows(`${probability},1`))).toMatchObject({ n: 1, refusedCount: 0, code: 0 });
    },
  );

  it.each([
    '0x10',
    '"50,5"',
    '""',
    '1e-9',
    '1e309',
    'NaN',
    'Infinity',
    '-Infinity',
    '0.12345',
    '0.50000000000000000001',
    '1.0001',
    '-0.1',
    '70',
    '50%',
    '+0.5',
    'null',
    'true',
    '[]',
    '.',
    '0.5.1',
    '0,5',
  ])('refuses %p as a probability, counts the rest, and ends with 2', async (probability) => {
    const printed = await json(rows('0.7,1', `${probability},1`));
    expect(printed).toMatchObject({ n: 1, rows: 2, refusedCount: 1, code: 2 });
    expect(printed.refused[0]!.line).toBe(3);
    expect(printed.refused[0]!.reason).not.toBe('');
  });

  it.each(['', '2', 'maybe', '0.5', '1.0', 'null', 'constructor'])(
    'refuses %p as an outcome',
    async (outcome) => {
      expect(await json(rows(`0.7,${outcome}`))).toMatchObject({ n: 0, rows: 1, refusedCount: 1, code: 2 });
    },
  );

  it('names the line, the text and the reason of a refused row', async () => {
    const printed = await json(rows('0.7,1', '', '"7,0",no', '0.7', '0.1,2', ',1', '0.5,0,"a ""b"""'));
    expect(printed.refused).toEqual([
      { line: 4, text: '"7,0",no', reason: 'the probability is no plain decimal number such as 0.35' },
      { line: 5, text: '0.7', reason: 'the outcome is missing' },
      {
        line: 6,
        text: '0.1,2',
        reason: 'the outcome is none of 1, 0, true, false, yes, no, occurred, not_occurred',
      },
      { line: 7, text: ',1', reason: 'the probability is missing' },
      { line: 8, text: '0.5,0,"a ""b"""', reason: 'it has 3 cells where the header has 2' },
    ]);
  });

  it('shows the first thousand refused rows, shortened, and counts all', async () => {
    const printed = await json(rows('0.7,1', ...Array.from({ length: 1500 }, () => `${'x'.repeat(500)},1`)));
    expect(printed).toMatchObject({ n: 1, rows: 1501, refusedCount: 1500 });
    expect(printed.refused).toHaveLength(1000);
    expect(printed.refused[0]!.text).toHaveLength(201);
  });

  it('a header without rows is a report of nothing, not an error', async () => {
    expect(await json('probability,outcome\n')).toMatchObject({ n: 0, rows: 0, brierScore: null, code: 0 });
  });

  it.each([
    ['an empty file', '', /empty/],
    ['blank lines only', '\n\n\n', /empty/],
    [
      'no outcome column',
      'probability,result\n0.5,1\n',
      /no column "outcome"; its header says: probability, result/,
    ],
    ['neither column', 'a;b\n1;2\n', /no column "probability" and "outcome"/],
    ['a column twice', 'probability,outcome,Probability\n0.5,1,0.6\n', /two columns "probability"/],
    ['bytes that are no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /NUL bytes/],
    ['UTF-16', Buffer.from('probability,outcome\n0.5,1\n', 'utf16le'), /NUL bytes/],
    ['an open quotation mark', 'probability,outcome\n0.5,1\n"0.5,1\n', /never closed/],
    [
      'a quotation mark opened late',
      'probability,outcome\n0.5,1\n0.5,"1\n0.5,1\n',
      /opened and never closed \(line \d\)/,
    ],
    [
      'a row without end',
      `probability,outcome\n${'x'.repeat(1_100_000)}`,
      /longer than a million.*\(line 2\)/,
    ],
    ['a cell without end', `probability,outcome\n"${'x'.repeat(1_100_000)}`, /longer than a million/],
  ])('%s is one clear sentence, still as JSON, and ends with 1', async (_, content, message) => {
    const output = await score(content, '--json');
    expect(output.code).toBe(1);
    expect(output.printed).toEqual([
      {
        error: expect.objectContaining({
          code: 'malformed_request',
          detail: expect.stringMatching(message),
        }),
      },
    ]);
    expect(output.notes).toEqual([expect.stringMatching(message)]);
    expect(output.stopped).toBe(1);
  });

  it('a missing file, and a folder, are one clear sentence', async () => {
    expect((await run(join(folder, 'none.csv'))).notes).toEqual([
      'The file cannot be scored. There is no such file.',
    ]);
    const output = await run(folder);
    expect(output.notes).toEqual(['The file cannot be scored. It is a folder.']);
    expect(output.code).toBe(1);
  });

  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('lines may end in %s, with or without one at the end, and are counted', async (_, end) => {
    for (const last of ['', end]) {
      const content = ['probability,outcome', '0.7,1', '', '0.9,2', '"0.2",0', '7,0'].join(end) + last;
      const printed = await json(content);
      expect(printed).toMatchObject({ n: 2, occurred: 1, rows: 4, refusedCount: 2 });
      expect(printed.refused.map(({ line }) => line)).toEqual([4, 6]);
    }
  });

  it('lines may end in more than one way', async () => {
    const printed = await json('probability,outcome\r\n0.7,1\n0.2,0\r\n0.3,0\r0.4,x\n0.5,1\r');
    expect(printed).toMatchObject({ n: 4, occurred: 2, refused: [{ line: 5, text: '0.4,x' }] });
  });

  it('reads a file without quotation marks as it reads the same file with one', async () => {
    const cell = fc.constantFrom(
      '',
      '0.7',
      '.2',
      '1',
      '0',
      'yes',
      'x',
      ' ',
      '\u00e4',
      '\u{1F30A}',
      '0.12345',
      '7',
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => cells.join(','));
    const ends = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(row, ends), { maxLength: 20 }), async (lines) => {
        const body = lines.map(([text, end]) => text + end).join('');
        const quoted = await json(`"probability",outcome\n${body}`);
        expect(await json(`probability,outcome\n${body}`)).toEqual(quoted);
      }),
      { seed: 4180, numRuns: 60 },
    );
  });

  it('reads rows whole that lie across the parts of a large file, before and after its first quotation mark', async () => {
    const line = '0.25,0,\u00e4\u{1F30A}\r\n';
    for (const quote of [0, 9_000, 19_999]) {
      const content = Array.from({ length: 20_000 }, (_, i) => (i === quote ? '0.75,1,"a\r\nb"\r\n' : line));
      const printed = await json(`probability,outcome,note\r\n${content.join('')}0.5,2`);
      expect(printed).toMatchObject({ n: 20_000, occurred: 1, rows: 20_001 });
      expect(printed.refused).toEqual([expect.objectContaining({ line: 20_003, text: '0.5,2' })]);
    }
  });

  it('tells how far it has come', async () => {
    const output = await score(rows('0.7,1'));
    expect(output.updates.at(-1)).toEqual([26, 26]);
    expect(output.stopped).toBe(1);
  });
});

describe('hindcast score FILE.csv', () => {
  const many = rows(
    ...Array.from({ length: 60 }, (_, i) => `0.8,${i < 33 ? 1 : 0}`),
    ...Array.from({ length: 60 }, (_, i) => `0.2,${i < 24 ? 1 : 0}`),
    ...Array.from({ length: 3 }, () => '1,1'),
  );

  it('says in words what the record is worth, draws it, and lists the ten bins', async () => {
    const [text] = (await score(many)).lines;
    expect(text).toContain('Of 123 predictions');
    expect(text).toContain('60 did');
    expect(text!.replaceAll(/\s+/g, ' ')).toContain('Forecasts are too sure:');
    expect(text!.replaceAll(/\s+/g, ' ')).toContain(
      'Forecast about 80%: 55% happened (33 of 60; 90% range 44–65%)',
    );
    expect(text).toMatch(/worse than always quoting the base rate|better than always quoting the base rate/);
    expect(text).toContain('Forecast probability');
    expect(text).toContain('●');
    expect(text).toContain('○');
    expect(text!.split('\n').filter((line) => /^ +\d+–\d+% /.test(line))).toHaveLength(10);
    expect(text).toContain('chance alone');
  });

  it('keeps within 80 columns and uses no colour', async () => {
    const [text] = (await score(many)).lines;
    for (const line of text!.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).not.toContain('\u001b');
  });

  it('shows two digits of what chance alone gives, however little that is with many forecasts', async () => {
    const [text] = (await score(rows(...Array.from({ length: 30_000 }, (_, i) => `0.5,${i % 2}`)))).lines;
    expect(text).toMatch(
      /Miscalibration +0\.0{5,6}\s+\(chance alone: mean 0\.0000\d+, 95% below 0\.0000\d+\)/,
    );
    for (const line of text!.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('draws no diagram of fewer than ten forecasts, and gives no verdict', async () => {
    const [text] = (await score(rows('0.7,1', '0,1'))).lines;
    expect(text).not.toContain('Forecast probability');
    expect(text).toContain('Too early to say: 2 of the 30 results a verdict needs.');
    expect(text).toContain('1 certain forecast was wrong');
    expect(text).toContain('undefined here');
  });

  it('counts certain misses', async () => {
    expect((await score(rows('1,0', '0,1'))).lines[0]).toContain('2 certain forecasts were wrong');
  });

  it('says better where it is better', async () => {
    expect((await score(rows('0.9,1', '0.1,0'))).lines[0]).toContain('96% better');
  });

  it('says that there is nothing to score', async () => {
    expect((await score('probability,outcome\n')).lines[0]).toContain(
      'Scored: every row of forecasts.csv. There is no forecast to score.',
    );
  });

  it('lists refused rows on standard error, and says how many are not listed', async () => {
    const output = await score(rows('0.7,1', ...Array.from({ length: 1002 }, () => '7,1')));
    expect(output.code).toBe(2);
    expect(output.notes[0]).toBe('1002 of 1003 rows were refused and are not counted:');
    expect(output.notes[1]).toBe('  line 3: the probability is not from 0 to 1: 7,1');
    expect(output.notes.at(-1)).toBe('  … and 2 more, not listed.');
  });
});

/** Rows and Brier scores as the list of sources beside the data gives them; finer probabilities are refused by rule 1. */
const known: [file: string, n: number, brier: number][] = [['zach_jacobi_2017_2019.csv', 277, 0.1657]];

describe.each(known)('%s', (file, n, brier) => {
  const path = sharedPath('data', file);
  (path === null ? it.skip : it)('scores as published beside it', async () => {
    const output = await run(path!, '--json');
    const printed = output.printed[0] as Printed;
    expect(printed.n).toBe(n);
    expect(printed.brierScore).toBeCloseTo(brier, 4);
  });
});
