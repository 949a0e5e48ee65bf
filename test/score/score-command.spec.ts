import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import type { Report } from '../../src/calibration/index.js';
import type { RowCounts } from '../../src/cli/score-file.js';
import type { RefusedRow } from '../../src/cli/score-refusals.js';
import { addScoreCommand } from '../../src/cli/score.command.js';
import { MemoryOutput } from './memory-output.js';
import fc from '../support/fast-check.js';

type Printed = Report & {
  rows: RowCounts;
  refusals: { reason: string; count: number }[];
  refused: RefusedRow[];
};

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
    expect(printed).toMatchObject({ n: 2, occurred: 1, refused: [], refusals: [], code: 0 });
    expect(printed.rows).toEqual({ read: 2, scored: 2, rounded: 0, withoutOutcome: 0, refused: 0 });
    expect(printed.brierScore).toBeCloseTo((0.09 + 0.04) / 2, 12);
  });

  it('finds its columns in any case and order, after a byte order mark, and ignores the others', async () => {
    const printed = await json('\uFEFFnote, Outcome ,"PROBABILITY"\r\n"a, ""b""\nc",yes,0.9\r\nx,no,0.1\r\n');
    expect(printed).toMatchObject({ n: 2, occurred: 1, rows: { refused: 0 } });
  });

  it.each(['1', '1.0', '1.', '1e0', 'true', 'TRUE', 'T', 'yes', 'Yes', 'occurred', ' 1 '])(
    'counts %p as occurred',
    async (outcome) => {
      expect(await json(rows(`0.7,${outcome}`))).toMatchObject({ n: 1, occurred: 1 });
    },
  );

  it.each(['0', '0.0', '0e+00', 'false', 'F', 'no', 'not_occurred', 'NO'])(
    'counts %p as not occurred',
    async (outcome) => {
      expect(await json(rows(`0.7,${outcome}`))).toMatchObject({ n: 1, occurred: 0 });
    },
  );

  it.each(['', ' ', '0.5', '.50', 'NA', 'NaN', 'n/a', 'annulled', 'ambiguous'])(
    'counts %p apart, as a row without an outcome',
    async (outcome) => {
      const printed = await json(rows('0.7,1', `0.7,${outcome}`, `x,${outcome}`));
      expect(printed).toMatchObject({ n: 1, code: 0, refused: [] });
      expect(printed.rows).toEqual({ read: 3, scored: 1, rounded: 0, withoutOutcome: 2, refused: 0 });
    },
  );

  it.each([
    ...['0', '1', '0.5', '.5', '1.0', '0.1234', '0.50000', '-0', ' 0.3 ', '00.5', '1.', '1e-04', '2.5E-1'],
  ])('takes %p as a probability', async (probability) => {
    const printed = await json(rows(`${probability},1`));
    expect(printed).toMatchObject({ n: 1, rows: { rounded: 0, refused: 0 }, code: 0 });
  });

  it.each([
    ['0.12345', 0.1235],
    ['.31095999', 0.311],
    ['0.50000000000000000001', 0.5],
    ['0.30000000000000004', 0.3],
    ['0.99996', 1],
    ['1e-9', 0],
    ['1.23456e-1', 0.1235],
  ])('rounds %p to four decimals, and counts it', async (probability, rounded) => {
    const printed = await json(rows(`${probability},1`));
    expect(printed).toMatchObject({ n: 1, rows: { rounded: 1, refused: 0 }, code: 0 });
    expect(printed.brierScore).toBeCloseTo((1 - rounded) ** 2, 12);
  });

  it.each([
    '0x10',
    '"50,5"',
    '""',
    '1e309',
    'NaN',
    'Infinity',
    '-Infinity',
    '1.0001',
    '1.00001',
    '-0.00001',
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
    const printed = await json(rows(...new Array<string>(39).fill('0.7,1'), `${probability},1`));
    expect(printed).toMatchObject({ n: 39, rows: { read: 40, refused: 1 }, code: 2 });
    expect(printed.refused[0]!.line).toBe(41);
    expect(printed.refused[0]!.reason).not.toBe('');
  });

  it.each(['2', '-1', 'maybe', '0.4', '50%', 'null', 'constructor'])(
    'refuses %p as an outcome',
    async (outcome) => {
      expect(await json(rows(`0.7,${outcome}`))).toMatchObject({
        n: 0,
        rows: { read: 1, refused: 1 },
        code: 2,
      });
    },
  );

  it('names the line, the text and the reason of a refused row', async () => {
    const ones = new Array<string>(40).fill('0.7,1');
    const printed = await json(rows(...ones, '', '"7,0",no', '0.7', '0.1,2', ',1', '0.5,0,"a ""b"""', '7,1'));
    const comma = 'the probability has a decimal comma where others have none (all commas: --decimal-comma)';
    expect(printed.refused).toEqual([
      { line: 43, text: '"7,0",no', reason: comma },
      {
        line: 45,
        text: '0.1,2',
        reason: 'the outcome is none of 1, 0, true, false, yes, no, occurred, not_occurred',
      },
      { line: 46, text: ',1', reason: 'the probability is missing' },
      { line: 47, text: '0.5,0,"a ""b"""', reason: 'it has 3 cells where the header has 2' },
      { line: 48, text: '7,1', reason: 'the probability is not from 0 to 1 (percentages: --percent)' },
    ]);
    expect(printed.rows).toEqual({ read: 46, scored: 40, rounded: 0, withoutOutcome: 1, refused: 5 });
  });

  it('sums refused rows by reason, shows the first ten, shortened, and writes all where asked', async () => {
    const bad = Array.from({ length: 1500 }, (_, i) => (i % 3 === 0 ? `${'x'.repeat(500)},1` : '-7,"1"'));
    const printed = await json(rows('0.7,1', ...bad));
    expect(printed).toMatchObject({ n: 1, rows: { read: 1501, refused: 1500 }, code: 2 });
    expect(printed.refused).toHaveLength(10);
    expect(printed.refused[0]!.text).toHaveLength(201);
    expect(printed.refusals).toEqual([
      { reason: 'the probability is not from 0 to 1', count: 1000 },
      { reason: 'the probability is no plain decimal number such as 0.35', count: 500 },
    ]);
    const list = join(folder, 'refused.csv');
    for (let time = 0; time < 2; time += 1) await score(rows('0.7,1', ...bad), '--refused', list);
    const written = (await readFile(list, 'utf8')).split('\n');
    expect(written).toHaveLength(1502);
    expect(written.slice(0, 4)).toEqual([
      'line,reason,row',
      `3,the probability is no plain decimal number such as 0.35,"${'x'.repeat(500)},1"`,
      '4,the probability is not from 0 to 1,"-7,1"',
      '5,the probability is not from 0 to 1,"-7,1"',
    ]);
  });

  it('writes refused rows over nothing else', async () => {
    const output = await score(rows('7,1'), '--json', '--refused', join(folder, 'forecasts.csv'));
    expect(output.notes).toEqual([expect.stringMatching(/forecasts\.csv is there already, and is no list/)]);
    expect(output.code).toBe(1);
    const nowhere = await score(rows('7,1'), '--json', '--refused', join(folder, 'no/such/folder.csv'));
    expect(nowhere.notes).toEqual([expect.stringMatching(/cannot be written \(--refused\): ENOENT/)]);
  });

  it('a header without rows is a report of nothing, not an error', async () => {
    expect(await json('probability,outcome\n')).toMatchObject({
      n: 0,
      rows: { read: 0 },
      brierScore: null,
      code: 0,
    });
  });

  it.each([
    ['an empty file', '', /empty/],
    ['blank lines only', '\n\n\n', /empty/],
    [
      'no outcome column',
      'probability,result\n0.5,1\n',
      /no column "outcome"\. If that is what they mean, say --probability probability --outcome result; its header says: probability, result/,
    ],
    ['neither column', 'a;b\n1;2\n', /no column "probability" and "outcome"\. Name them with --probability/],
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
      expect(printed).toMatchObject({ n: 2, occurred: 1, rows: { read: 4, refused: 2 } });
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
      expect(printed).toMatchObject({ n: 20_000, occurred: 1, rows: { read: 20_001 } });
      expect(printed.refused).toEqual([expect.objectContaining({ line: 20_003, text: '0.5,2' })]);
    }
  });

  it('tells how far it has come', async () => {
    const output = await score(rows('0.7,1'));
    expect(output.updates.at(-1)).toEqual([52, 52]); // read twice
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
    expect(text).toContain('Of 123 forecasts');
    expect(text).toContain('60 did');
    expect(text).toContain('Forecasts are too sure');
    expect(text!.replaceAll(/\s+/g, ' ')).toContain(
      'Forecast about 80%: 55% happened (33 of 60; 90% range 44–65%)',
    );
    expect(text).toMatch(/worse than always quoting the base rate|better than always quoting the base rate/);
    expect(text).toContain('Forecast probability');
    expect(text).toContain('●');
    expect(text).toContain('○');
    expect(text!.split('\n').filter((line) => /^ +\d+–\d+ % /.test(line))).toHaveLength(10);
    expect(text).toContain('luck alone');
  });

  it('keeps within 80 columns and uses no colour', async () => {
    const [text] = (await score(many)).lines;
    for (const line of text!.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).not.toContain('\u001b');
  });

  it('shows two digits of what luck alone gives, however little that is with many forecasts', async () => {
    const [text] = (await score(rows(...Array.from({ length: 30_000 }, (_, i) => `0.5,${i % 2}`)))).lines;
    expect(text).toMatch(
      /Miscalibration +0\.0{5,6}\s+\(luck alone: mean 0\.0000\d+, 95 % below 0\.0000\d+\)/,
    );
    for (const line of text!.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('draws no diagram of fewer than ten forecasts, and gives no verdict', async () => {
    const [text] = (await score(rows('0.7,1', '0,1'))).lines;
    expect(text).not.toContain('Forecast probability');
    expect(text).toContain('Too early to say: 2 of the 30 results');
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
    expect((await score('probability,outcome\n')).lines[0]).toMatch(
      /^0 of 0 rows scored\.\n\nScored: forecasts\.csv\. There is no forecast to score\./,
    );
  });

  it('says first how much of the file was scored', async () => {
    const lines = [
      ...Array.from({ length: 1200 }, () => '0.70001,1'),
      ...new Array<string>(1001).fill('0.2,'),
    ];
    const [text] = (await score(rows(...lines, 'x,1'))).lines;
    expect(text!.split('\n').slice(0, 2)).toEqual([
      '1,200 of 2,202 rows scored.',
      '1,001 without an outcome, 1 refused, 1,200 rounded to four decimals.',
    ]);
  });

  it('tells refused rows on standard error: by reason, the first ten, and how to get all', async () => {
    const output = await score(rows('0.7,1', ...Array.from({ length: 1002 }, () => '7,1')));
    expect(output.code).toBe(2);
    const reason = 'the probability is not from 0 to 1 (percentages: --percent)';
    expect(output.notes.slice(0, 3)).toEqual([
      '1,002 of 1,003 rows were refused and are not counted:',
      `  1,002 × ${reason}`,
      `  line 3: ${reason}: 7,1`,
    ]);
    expect(output.notes).toHaveLength(13);
    expect(output.notes.at(-1)).toBe('  … and 992 more: --refused FILE writes all of them.');
  });

  it.each([
    [95, 5, 'calibrated', /^(?!No verdict)/],
    [94, 6, 'insufficient', /^No verdict: 6 of 100 rows with an outcome were refused, more than 5%\./],
  ])('of %p scored and %p refused rows, the verdict is %p', async (scored, refused, status, text) => {
    const good = Array.from({ length: scored }, (_, i) => `0.5,${i % 2}`);
    const printed = await json(rows(...good, ...new Array<string>(refused).fill('x,1'), '0.5,', 'x,'));
    expect(printed.verdict).toMatchObject({ status, text: expect.stringMatching(text) });
    expect(printed.undefined['verdict.count'] !== undefined).toBe(refused > 5);
  });
});
