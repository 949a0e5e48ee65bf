import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { DomUtils, parseDocument } from 'htmlparser2';
import { readCsv } from '../../src/pages/data/csv.js';
import { RECORD_COLUMNS, type RecordRow } from '../../src/pages/data/record-rows.js';
import { BIN_COLUMNS, GROUP_COLUMNS } from '../../src/pages/data/report-rows.js';
import type { Report } from '../../src/calibration/index.js';
import { Desk } from '../record/desk-builders.js';

const ORIGIN = 'https://desk.example';
const FORMULA = '=HYPERLINK("https://evil.example")';
let desk: Desk;
let topic: string;
let other: string;

/** Six scored in one topic, one of a person whose scores are private; one open, overdue, annulled; two hidden. */
beforeAll(async () => {
  desk = await Desk.open({ env: { PUBLIC_ORIGIN: ORIGIN } });
  [topic, other] = [await desk.topic({ title: '+Story' }), await desk.topic()];
  const scored = [];
  for (let count = 0; count < 5; count += 1)
    scored.push(
      await desk.scenario(topic, { probability: (1 + 2 * count) / 10, statement: `Case, “${count}”.` }),
    );
  scored.push(await desk.scenario(topic, { statement: FORMULA, kind: 'opportunity' }));
  const persons = await desk.scenario(topic, { forecaster: 'Bo Vik', statement: 'Of a person.' });
  const annulled = await desk.scenario(topic, { statement: 'Void.' });
  await desk.scenario(topic, { statement: 'Open still.', deadline: '2026-12-31' });
  await desk.scenario(topic, { statement: 'Due.' });
  await desk.scenario(topic, { statement: 'canary-hidden', publicAt: null, deadline: '2026-12-31' });
  const hidden = await desk.scenario(topic, { statement: 'canary-scored', publicAt: null });
  await desk.scenario(other, { statement: 'Elsewhere.', deadline: '2026-12-31' });
  desk.today('2026-06-20');
  const event = await desk.event(topic);
  for (const scenario of [...scored, persons, hidden]) {
    await desk.evidence(scenario, event);
    await desk.occurred(scenario, event);
  }
  await desk.resolve(annulled, { outcome: 'annulled', outcomeOn: '2026-06-20', annulment: 'ambiguous' });
  desk.today('2026-07-05');
});
afterAll(() => desk.close());

const rowsOf = async (query = ''): Promise<RecordRow[]> =>
  readCsv(RECORD_COLUMNS, await desk.read<string>(`/record.csv?${query}`));
const statements = async (query: string) => (await rowsOf(query)).map(({ statement }) => statement).sort();

describe('the data of the record', () => {
  it('is the whole selection, whatever part of it the page shows', async () => {
    const rows = await rowsOf(`topic=${topic}&limit=1`);
    expect(rows).toHaveLength(7);
    const { items } = await desk.read<{ items: { scenario: { id: string }; brierScore: number }[] }>(
      `track-record?topic=${topic}&limit=200`,
    );
    expect(rows.map(({ id, brierScore }) => [id, brierScore])).toEqual(
      items.map(({ scenario, brierScore }) => [scenario.id, brierScore]),
    );
    expect(rows[0]).toMatchObject({
      ...{ topic, topicTitle: '+Story', state: 'resolved', outcome: 'occurred', outcomeOn: '2026-06-18' },
      ...{ page: `${ORIGIN}/scenarios/${rows[0]!.id}`, overdue: false, archival: false },
    });
  });

  it('says the same as JSON, with its selection above', async () => {
    const { body, headers } = await desk.call<{ selection: object; items: RecordRow[] }>(
      'GET',
      `/record.json?topic=${topic}&kind=risk`,
    );
    expect(body.items).toEqual(await rowsOf(`topic=${topic}&kind=risk`));
    expect(body.selection).toMatchObject({ topic, kind: 'risk', vantage: 'first', records: 'live' });
    expect(JSON.parse(headers['x-selection']!)).toEqual(body.selection);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('is read by any reader of CSV: one header, then the rows', async () => {
    const { body, headers } = await desk.call<string>('GET', `/record.csv?topic=${topic}`);
    const records = parse(body);
    expect(records[0]).toEqual(Object.keys(RECORD_COLUMNS));
    expect(new Set(records.map((cells) => cells.length))).toEqual(
      new Set([Object.keys(RECORD_COLUMNS).length]),
    );
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe(`attachment; filename="hindcast-record-${topic}.csv"`);
    expect(JSON.parse(headers['x-selection']!)).toMatchObject({ topic, state: 'resolved' });
  });

  it('defuses what a spreadsheet takes for a formula, and gives it back', async () => {
    expect(await desk.read<string>(`/record.csv?topic=${topic}`)).toContain(`"'=HYPERLINK(`);
    expect(await statements(`topic=${topic}`)).toContain(FORMULA);
  });

  it.each([
    ['state=open', ['Open still.']],
    ['state=overdue', ['Due.']],
    ['state=annulled', ['Void.']],
    ['kind=opportunity', [FORMULA]],
    ['q=CASE 3', ['Case, “3”.']],
    ['bin=10-20', ['Case, “0”.']],
    ['state=open&to=2026-12-30', []],
    ['state=open&from=2026-12-31', ['Open still.']],
    ['from=2026-06-19', []],
    ['state=annulled&from=2026-06-21', []],
    ['state=annulled&to=2026-06-20', ['Void.']],
    ['state=overdue&to=2026-06-30', []],
    ['only=late', []],
    ['only=early&kind=opportunity', [FORMULA]],
    ['only=early&sort=worst&bin=10-20', ['Case, “0”.']],
    ['only=early&q=CASE 3', ['Case, “3”.']],
  ])('obeys the filters of the page, which lists the same: %s', async (query, expected) => {
    expect(await statements(`topic=${topic}&${query}`)).toEqual(expected);
    const { body } = await desk.call<string>('GET', `/record?topic=${topic}&${query}`);
    const listed = DomUtils.getElementsByClassName('predictions', parseDocument(body).children);
    const items = listed.flatMap((list) => DomUtils.getElementsByTagName('li', list.children, false));
    expect(items).toHaveLength(expected.length);
    const text = DomUtils.textContent(listed);
    for (const statement of expected) expect(text).toContain(statement);
    const [link] = [...body.matchAll(/href="(\/record\.csv[^"]*)"/g)].map(([, href]) => href!).slice(-1);
    const address = link!.replaceAll('&amp;', '&');
    expect(
      readCsv(RECORD_COLUMNS, await desk.read<string>(address))
        .map((row) => row.statement)
        .sort(),
    ).toEqual(expected);
  });

  it('is in the order of the page', async () => {
    const gaps = (await rowsOf(`topic=${topic}&sort=worst`)).map(({ brierScore }) => brierScore!);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
  });

  it.each(['kind=none', 'bin=80', 'state=draft', 'q=', 'limit=0', 'nonsense=1'])(
    'refuses what it does not understand, where it would give more than was asked for: %s',
    async (query) => {
      expect(await desk.call('GET', `/record.csv?${query}`)).toMatchObject({
        ...{ status: 422, body: { code: 'validation_failed' } },
      });
    },
  );

  it('of a topic or a forecaster that nobody may see is not there', async () => {
    for (const query of ['topic=nowhere', 'forecaster=bo-vik'])
      for (const file of ['record.csv', 'record.json', 'calibration.csv', 'calibration.json'])
        expect(await desk.call('GET', `/${file}?${query}`)).toMatchObject({ status: 404 });
  });

  it('names nobody whose scores are private, and holds nothing that is hidden', async () => {
    const [row] = (await rowsOf(`topic=${topic}`)).filter(({ statement }) => statement === 'Of a person.');
    expect(row).toMatchObject({ forecaster: null, forecasterName: null });
    for (const state of ['resolved', 'open', 'overdue', 'annulled'])
      for (const file of ['record.csv', 'record.json']) {
        const { body } = await desk.call('GET', `/${file}?state=${state}`, { as: 'editor' });
        expect(JSON.stringify(body)).not.toMatch(/canary|Bo Vik|bo-vik/);
      }
  });

  it('goes on over the parts in which it is read', async () => {
    const many = await desk.topic();
    const scenarios = Array.from({ length: 12 }, (_, count) => ({
      ...{ kind: 'risk', term: 'short', probability: 0.4, statement: `Part ${count} breaks.` },
    }));
    for (let briefing = 0; briefing < 18; briefing += 1)
      await desk.briefing(many, { publishedOn: '2026-07-05', scenarios });
    const rows = await rowsOf(`topic=${many}&state=open`);
    expect(rows).toHaveLength(216);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(216);
  });
});

describe('the data of the calibration', () => {
  it('has the bins of the report and its figures', async () => {
    const report = await desk.report(topic);
    const rows = readCsv(BIN_COLUMNS, await desk.read<string>(`/calibration.csv?topic=${topic}`));
    expect(rows.slice(0, 10).map(({ n, occurred, observed }) => ({ n, occurred, observed }))).toEqual(
      report.bins.map(({ n, occurred, observed }) => ({ n, occurred, observed })),
    );
    expect(rows.at(-1)).toMatchObject({ n: 7, brierScore: report.brierScore, verdict: 'insufficient' });
  });

  it('has one row for each group', async () => {
    const text = await desk.read<string>(`/calibration.csv?topic=${topic}&groupBy=kind`);
    const rows = readCsv(GROUP_COLUMNS, text);
    expect(rows.map(({ key, n }) => [key, n])).toEqual([
      ['risk', 6],
      ['opportunity', 1],
    ]);
  });

  it('is the report of the API as JSON, and costs nothing while nothing has changed', async () => {
    const { body, headers } = await desk.call<Report>('GET', `/calibration.json?topic=${topic}`);
    expect(body).toEqual(await desk.report(topic));
    for (const file of ['calibration.json', 'calibration.csv']) {
      const again = await desk.call('GET', `/${file}?topic=${topic}`, {
        headers: { 'if-none-match': headers['etag']! },
      });
      expect([again.status, again.body]).toEqual([304, '']);
    }
    expect(headers['content-disposition']).toBe(`attachment; filename="hindcast-calibration-${topic}.json"`);
  });
});
