import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/calibration/index.js';
import { type ArguableFile, ArguableFiles } from '../../src/exports/arguable-file.service.js';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import { NO_DISPUTES } from '../../src/track-records/disputes.js';
import type { Filters } from '../../src/track-records/filters.js';
import type { RecordFilters } from '../../src/track-records/public-record.js';
import { reportOfRecord } from '../../src/track-records/report-of-record.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';
import { ASSETS, type Parts, partsOf, sha256 } from './parts.js';

let desk: Desk;
let folder: string;
let topic: string;
let hidden: string;
let occurred: ScenarioRecord;
let written: ArguableFile;
let html: string;
let parts: Parts;

const write = (name: string, filters: RecordFilters = {}, force = false) =>
  desk.app.service(ArguableFiles).write(join(folder, name), { filters, assets: ASSETS, force });
const read = async (name: string) => readFile(join(folder, name), 'utf8');
const asked = (filters: Filters) =>
  desk.read<Report>(`calibration?${new URLSearchParams(filters as Record<string, string>).toString()}`);

/** A desk with something of everything: revised, withdrawn, archival, corrected, annulled, late, overdue and hidden. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-argue-'));
  desk = await Desk.open();
  topic = await desk.topic({ zone: 'America/New_York' });
  const other = await desk.topic();
  hidden = await desk.topic({ title: 'canary-topic', publishes: 'desk' });
  occurred = await desk.scenario(topic, {
    criteria: { text: 'The bulletin.' },
    rationale: 'canary-rationale',
  });
  const revised = await desk.scenario(topic, { kind: 'opportunity', term: 'medium', premise: 'talks go on' });
  const annulled = await desk.scenario(other, { kind: 'consequence' });
  const late = await desk.scenario(other);
  const reworded = await desk.scenario(other, { criteria: { text: 'Version one.' } });
  await desk.scenario(topic, { deadline: '2026-12-31' });
  await desk.scenario(topic, { deadline: '2026-06-25', statement: 'It is overdue.' });
  await desk.scenario(hidden, { statement: 'canary-hidden', forecaster: 'Canary Person' });
  await desk.scenario(topic, { statement: 'canary-embargo', publicAt: '2027-01-01T00:00:00.000Z' });
  for (const scenario of [occurred, revised, annulled, late])
    await desk.forecast(scenario, { probability: 0.2, forecaster: 'Mira' });
  await desk.forecast(annulled, { probability: 0.9, forecaster: 'House model' });
  desk.today('2026-06-17');
  await desk.forecast(revised, { probability: 0.35 });
  await desk.withdraw(late, { forecaster: 'Mira', reason: 'canary-withdrawal' });
  await desk.forecast(occurred, {
    probability: 0.9,
    statedAt: '2026-06-15T08:00:00.000Z',
    forecaster: 'Pen',
  });
  await desk.post(`scenarios/${reworded.id}/criteria`, { text: 'Version two.', change: 'changed' });
  await desk.forecast(reworded, { probability: 0.6 });
  desk.today('2026-06-20');
  const sources = [
    { outlet: 'The Gull', text: 'canary-source-text', quote: 'It closed.', url: 'https://gull.example/1' },
  ];
  const event = await desk.event(topic, { sources, standing: 'reported' });
  const secret = await desk.event(topic, {
    headline: 'canary-event',
    summary: 'canary-summary',
    publicAt: null,
  });
  await desk.evidence(occurred, secret, { bearing: 'supports', note: 'canary-note' });
  await desk.occurred(occurred, event, { basis: 'judged' });
  await desk.occurred(reworded, await desk.event(other));
  const reason = { reason: 'It has become impossible.' };
  await desk.resolve(revised, { outcome: 'not_occurred', outcomeOn: '2026-06-19', ...reason });
  await desk.resolve(annulled, { outcome: 'annulled', outcomeOn: '2026-06-19', annulment: 'ambiguous' });
  desk.today('2026-07-14');
  await desk.resolve(late, { outcome: 'not_occurred', outcomeOn: '2026-07-01', basis: 'absence' });
  await desk.evidence(late, await desk.event(other, { occurredOn: '2026-07-12' }));
  await desk.app.service(ForecastersService).set('house-model', { public: true });
  written = await write('record.html');
  html = await read('record.html');
  parts = partsOf(html);
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

describe('the record that can be argued with', () => {
  it.each<Filters>([
    {},
    ...(['first', 'last', 'timeWeighted'] as const).flatMap((vantage) =>
      (['live', 'all'] as const).map((records) => ({ vantage, records })),
    ),
    { kind: 'risk' },
    { term: 'medium', records: 'all' },
    { testability: 'observable' },
    { forecaster: 'desk', vantage: 'last' },
    { forecaster: 'house-model' },
    { from: '2026-06-18', to: '2026-06-30' },
  ])('gives the report of the API, to the last digit: %j', async (filters) => {
    expect(JSON.stringify(reportOfRecord(parts.record, filters))).toBe(JSON.stringify(await asked(filters)));
  });

  it('gives it of one topic, where the record is of one', async () => {
    await write('topic.html', { topic, kind: 'risk' });
    const { record } = partsOf(await read('topic.html'));
    expect(reportOfRecord(record)).toEqual(await asked({ topic, kind: 'risk' }));
    expect(record.topics.map(({ slug }) => slug)).toEqual([topic]);
    expect(record.filters).toEqual({ topic, kind: 'risk' });
  });

  it('says what it holds, and its digest is that of the record in it', async () => {
    expect(written).toEqual({
      file: join(folder, 'record.html'),
      bytes: (await stat(join(folder, 'record.html'))).size,
      ...{ scenarios: 7, forecasts: 15, digest: sha256(parts.recordText), asOf: '2026-07-14T12:00:00.000Z' },
    });
    expect(parts.text).toContain(written.digest);
    expect(parts.record).toMatchObject({ desk: 'Desk', asOf: written.asOf, filters: {} });
  });

  it('holds what was said, what became of it, and the evidence with its digests', () => {
    const scenario = parts.record.scenarios.find(({ id }) => id === occurred.id)!;
    expect(scenario).toMatchObject({
      ...{ topic, zone: 'America/New_York', openedOn: OPENING_DAY, outcome: 'occurred', basis: 'judged' },
      ...{ reason: 'Because.', onUnconfirmed: true, criteria: { version: 1, text: 'The bulletin.' } },
    });
    expect(scenario.forecasts.map(({ forecaster, probabilityBp }) => [forecaster, probabilityBp])).toEqual([
      ...[
        ['desk', 7000],
        ['mira', 2000],
        ['pen', 9000],
      ],
    ]);
    expect(scenario.evidence).toMatchObject([
      {
        bearing: 'settles',
        sources: [
          { outlet: 'The Gull', url: 'https://gull.example/1', digest: sha256('canary-source-text') },
        ],
      },
    ]);
  });

  it('holds nothing that the public may not see', async () => {
    expect(html).not.toMatch(/canary|It closed\./i);
    const secrets = [
      ...Object.values(desk.app.tokens),
      ...(await desk.sql<{ id: string }>('SELECT "id" FROM "account"')).map(({ id }) => id),
      ...(await desk.sql<{ name: string }>('SELECT "name" FROM "account"')).map(({ name }) => name),
    ];
    expect(secrets.filter((secret) => html.includes(secret))).toEqual([]);
    const shown = new Set(await desk.listed('limit=200'));
    expect(new Set(parts.record.scenarios.map(({ id }) => id))).toEqual(shown);
  });

  it('does not tell how much is hidden: nothing in it moves when something is', async () => {
    const version = ({ record }: Parts) => record.version;
    await desk.scenario(hidden, { deadline: '2026-12-31' });
    await write('again.html');
    const again = await read('again.html');
    expect(version(partsOf(again))).toBe(version(parts));
    expect(again).toBe(html);
  });

  it('marks whose own track record is not public, as the API refuses it', async () => {
    for (const { slug, public: isPublic } of parts.record.forecasters) {
      const { status } = await desk.call('GET', `calibration?forecaster=${slug}`);
      expect([slug, status]).toEqual([slug, isPublic ? 200 : 404]);
    }
    const boxes = parts.elements.filter(({ attributes }) => attributes['type'] === 'checkbox');
    expect(boxes).toHaveLength(3 + 2 + parts.record.forecasters.filter((one) => one.public).length);
  });

  it('of a topic that the public may not see is refused as of none', async () => {
    for (const slug of [hidden, 'nowhere'])
      await expect(write('none.html', { topic: slug })).rejects.toMatchObject({ code: 'not_found' });
    expect(await readdir(folder)).not.toContain('none.html');
  });
});

describe('a dispute', () => {
  it('comes to the report that the API gives once the desk has corrected itself', async () => {
    const [resolution] = (await desk.show(occurred)).resolutions;
    const disputes = { ...NO_DISPUTES, rulings: { [occurred.id]: 'not_occurred' as const } };
    const view: Filters = { vantage: 'timeWeighted', records: 'all' };
    const argued = [reportOfRecord(parts.record, {}, disputes), reportOfRecord(parts.record, view, disputes)];
    await desk.resolve(occurred, {
      ...{ outcome: 'not_occurred', outcomeOn: resolution!.outcomeOn, basis: 'judged' },
      ...{ reason: 'It was another port.', supersedes: resolution!.id },
    });
    expect(argued[0]).not.toEqual(reportOfRecord(parts.record));
    expect(argued).toEqual([await asked({}), await asked(view)]);
  });
});

describe('the file', () => {
  it('is not written over unless that is asked for', async () => {
    await writeFile(join(folder, 'mine.html'), 'mine');
    await expect(write('mine.html')).rejects.toMatchObject({ code: 'file_exists' });
    expect(await read('mine.html')).toBe('mine');
    await write('mine.html', {}, true);
    expect(await read('mine.html')).toMatch(/^<!doctype html>/);
  });

  it('is there whole or not at all, and leaves nothing beside it', async () => {
    await expect(write('no/such/folder.html')).rejects.toMatchObject({ code: 'file_unwritable' });
    const broken = { script: '</script>', style: '' };
    const files = desk.app.service(ArguableFiles);
    await expect(files.write(join(folder, 'broken.html'), { filters: {}, assets: broken })).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => !/^(record|topic|again|mine)\.html$/.test(name))).toEqual(
      [],
    );
  });
});
