import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvHeader, csvRows, readCsv, type RowOf } from '../../src/pages/data/csv.js';
import { fileName } from '../../src/pages/data/data.controller.js';
import { RECORD_COLUMNS } from '../../src/pages/data/record-rows.js';
import { BIN_COLUMNS, binRows, GROUP_COLUMNS, groupRows } from '../../src/pages/data/report-rows.js';
import type { Report } from '../../src/calibration/index.js';
import { report } from '../client/fixtures.js';
import { ATTACKS } from './attacks.js';
import fc from '../support/fast-check.js';

const COLUMNS = { text: 'text', number: 'number', flag: 'flag' } as const;
type Row = RowOf<typeof COLUMNS>;

const written = (rows: Row[]): string => csvHeader(COLUMNS) + csvRows(COLUMNS, rows);

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ',', ';', '"', ' ', 'a'),
    minLength: 1,
  }),
  fc.constantFrom(...ATTACKS),
);
const row: fc.Arbitrary<Row> = fc.record({
  text: fc.option(text),
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
  flag: fc.option(fc.boolean()),
});

describe('a CSV file', () => {
  it('is read back as what was written, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(readCsv(COLUMNS, written(rows))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const cells = parse(written(rows), { record_delimiter: '\r\n' }).slice(1);
        for (const [cell = ''] of cells) {
          expect(cell).not.toMatch(/^[=+\-@\t\r]/);
          // As one that parts cells at semicolons or tabs, and knows no quotes there, would read it.
          for (const part of cell.split(/[;\t\r\n]/).slice(1)) expect(part).not.toMatch(/^["]*[=+\-@]/);
        }
      }),
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@home', "'@home"],
    ["'=1+1", "''=1+1"],
    ["'tis", "'tis"],
    ['a;=1+1', "a;'=1+1"],
    ["a;'=1+1", "a;''=1+1"],
    ['fell;-5', "fell;'-5"],
    ['a\t@b', "a\t'@b"],
    ['a; b', 'a; b'],
    ['a=b', 'a=b'],
  ])('writes %j as %j', (value, cell) => {
    expect(written([{ text: value, number: -1.5, flag: null }])).toBe(
      `text,number,flag\r\n${cell},-1.5,\r\n`,
    );
  });

  it('quotes what holds a comma, a quote or the end of a line, and ends its lines as RFC 4180 does', () => {
    const rows = ['a,b', 'say "so"', 'two\nlines', 'two\r\nlines', 'a\rb'].map((value) => ({
      ...{ text: value, number: null, flag: null },
    }));
    expect(csvRows(COLUMNS, rows)).toBe(
      '"a,b",,\r\n"say ""so""",,\r\n"two\nlines",,\r\n"two\r\nlines",,\r\n"a\rb",,\r\n',
    );
  });

  it('of a report has the bins, and a row for all of them with its figures', () => {
    const one = report() as unknown as Report;
    const rows = readCsv(BIN_COLUMNS, csvHeader(BIN_COLUMNS) + csvRows(BIN_COLUMNS, binRows(one)));
    expect(rows).toHaveLength(11);
    expect(rows).toEqual(binRows(one));
    expect(rows.map(({ n }) => n)).toEqual([...one.bins.map(({ n }) => n), one.n]);
    expect(rows.at(-1)).toMatchObject({ bin: 'all', brierScore: one.brierScore, observed: one.baseRate });
  });

  it('of groups has a row for each', () => {
    const groups = [{ key: 'desk', title: '=Desk', report: report() as unknown as Report }];
    const read = readCsv(GROUP_COLUMNS, csvHeader(GROUP_COLUMNS) + csvRows(GROUP_COLUMNS, groupRows(groups)));
    expect(read).toEqual(groupRows(groups));
    expect(read[0]).toMatchObject({ title: '=Desk', n: groups[0]!.report.n });
  });

  it('of nothing is its header', () => {
    expect(written([])).toBe('text,number,flag\r\n');
    expect(csvHeader(RECORD_COLUMNS)).toMatch(/^id,page,kind,term,/);
  });

  it.each([
    [{}, 'hindcast-record.csv'],
    [
      { topic: 'harbour-strike', kind: 'risk', state: 'open' },
      'hindcast-record-harbour-strike-risk-open.csv',
    ],
    [{ topic: 'a"; x="/../é' }, 'hindcast-record-a-x-.csv'],
  ])('is named after its selection: %j', (query, name) => {
    expect(fileName('record', query, 'csv')).toBe(name);
  });
});
