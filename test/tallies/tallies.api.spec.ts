import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/days.js';
import { TallyAudit } from '../../src/tallies/tally-audit.js';
import type { Filters } from '../../src/track-records/filters.js';
import { Desk } from '../record/desk-builders.js';
import { reportFromRecords } from './report-from-records.js';
import fc from '../support/fast-check.js';

const FORECASTERS = ['desk', 'Ada', 'Ben'];
const DAYS = [1, 3, 12, 40];

let desk: Desk;
let topics: string[];
const scenarios: { id: string; deadline: string }[] = [];
const events: { id: string; occurredOn: string }[] = [];
let day = '2026-06-15';

beforeAll(async () => {
  desk = await Desk.open();
  topics = [await desk.topic(), await desk.topic({ publishes: 'desk' })];
});
afterAll(() => desk.close());

const pick = <T>(some: readonly T[], at: number): T | undefined => some[at % Math.max(1, some.length)];
const post = (path: string, body: unknown) => desk.post<{ id: string }>(path, body);

/** What a desk may do next, named by what it does; each may be refused, as the rules will have it. */
const STEPS = {
  async scenario(a: number, b: number) {
    const made = await post('scenarios', {
      ...{ topic: pick(topics, a), kind: pick(['risk', 'opportunity', 'consequence'], b) },
      ...{
        term: pick(['short', 'medium', 'long'], a + b),
        statement: `Case ${scenarios.length} comes about.`,
      },
      ...{ probability: (b % 101) / 100, forecaster: pick(FORECASTERS, a), deadline: addDays(day, b % 45) },
      ...(a % 3 === 0 && { criteria: { text: 'The bulletin says so.' } }),
      ...(b % 3 === 0 && { premise: 'If the talks fail' }),
      ...(a % 5 === 0 && { publicAt: `${addDays(day, 1 + (b % 9))}T00:00:00.000Z` }),
    });
    if (made.status === 201) scenarios.push({ id: made.body.id, deadline: addDays(day, b % 45) });
  },
  async event(a: number) {
    const made = await desk.post<{ id: string; occurredOn: string }>('events', {
      ...{
        topic: pick(topics, a),
        headline: `Event ${events.length}`,
        occurredOn: day,
        standing: 'confirmed',
      },
      sources: [{ outlet: 'The Gull', publishedOn: day }],
    });
    if (made.status === 201) events.push({ id: made.body.id, occurredOn: day });
  },
  forecast: (a: number, b: number) =>
    post(`scenarios/${pick(scenarios, a)?.id}/forecasts`, {
      ...{ probability: (b % 101) / 100, forecaster: pick(FORECASTERS, b) },
      ...(b % 4 === 0 && { statedAt: `${addDays(day, -(b % 20))}T06:00:00.000Z` }),
    }),
  withdraw: (a: number, b: number) =>
    post(`scenarios/${pick(scenarios, a)?.id}/withdrawals`, { forecaster: pick(FORECASTERS, b) }),
  async resolve(a: number, b: number) {
    const scenario = pick(scenarios, a);
    if (!scenario) return;
    const { resolutions } = await desk.show(scenario, 'editor');
    const latest = resolutions.at(-1);
    const event = pick(events, b);
    const outcome = pick(
      ['occurred', 'occurred', 'not_occurred', 'not_occurred', 'annulled', 'reopened'],
      b,
    )!;
    const on = outcome === 'occurred' ? event?.occurredOn : outcome === 'annulled' ? day : scenario.deadline;
    await post(`scenarios/${scenario.id}/resolutions`, {
      ...{ outcome, outcomeOn: on, reason: 'Because.', evidence: outcome === 'occurred' ? [event?.id] : [] },
      ...(outcome !== 'reopened' && outcome !== 'annulled' && { basis: pick(['observed', 'judged'], a + b) }),
      ...(outcome === 'not_occurred' && { basis: 'absence' }),
      ...(outcome === 'annulled' && { annulment: 'ambiguous' }),
      ...(latest && { supersedes: latest.id }),
    });
  },
  async slip(a: number, b: number) {
    const scenario = pick(scenarios, a);
    if (!scenario) return;
    const [field, value] = pick(
      [
        ['kind', 'risk'],
        ['term', 'long'],
        ['topic', topics[0]],
        ['topic', topics[1]],
      ] as const,
      b,
    )!;
    await post(`scenarios/${scenario.id}/errata`, { field, value, proof: 'Notes.' });
    const { forecasts } = await desk.show(scenario, 'editor');
    const forecast = pick(forecasts, b);
    if (forecast)
      await post(`forecasts/${forecast.id}/errata`, {
        field: 'probability',
        value: (b % 89) / 100,
        proof: 'Notes.',
      });
  },
  redate: (a: number, b: number) =>
    post(`events/${pick(events, a)?.id}/errata`, {
      field: 'occurredOn',
      value: addDays(day, -(b % 12)),
      proof: 'N.',
    }),
  standing: (a: number, b: number) =>
    post(`events/${pick(events, a)?.id}/standings`, {
      ...{ standing: pick(['retracted', 'confirmed'], b), reason: 'A hoax, or not.' },
    }),
  link: (a: number, b: number) =>
    post(`scenarios/${pick(scenarios, a)?.id}/evidence`, {
      eventId: pick(events, b)?.id,
      bearing: 'settles',
      ...(a % 7 === 0 && { on: 'premise' }),
    }),
  criteria: (a: number, b: number) =>
    post(`scenarios/${pick(scenarios, a)?.id}/criteria`, {
      ...{
        text: `Version ${b}.`,
        change: pick(['clarified', 'changed'], b),
        testability: pick(['judged', 'observable'], a),
      },
    }),
  testability: (a: number, b: number) =>
    post(`scenarios/${pick(scenarios, a)?.id}/testability`, {
      testability: pick(['observable', 'judged', 'untested'], b),
    }),
  publish: (a: number, b: number) =>
    post(`scenarios/${pick(scenarios, a)?.id}/publications`, {
      publicAt: pick([null, `${day}T00:00:00.000Z`, `${addDays(day, b % 8)}T00:00:00.000Z`], b),
    }),
  async days(a: number) {
    day = addDays(day, pick(DAYS, a)!);
    desk.today(day);
    return Promise.resolve();
  },
};

const step = fc.record({
  name: fc.constantFrom(
    ...([
      'scenario',
      'scenario',
      'scenario',
      'forecast',
      'forecast',
      'event',
      'resolve',
      'resolve',
      'resolve',
    ] as const),
    ...(Object.keys(STEPS) as (keyof typeof STEPS)[]),
  ),
  a: fc.nat(200),
  b: fc.nat(200),
});

const someDay = fc.nat(150).map((n) => addDays('2026-06-10', n));
const optional = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const filters = fc
  .record({
    topic: optional(fc.nat(1).map((n) => topics[n]!)),
    kind: optional(fc.constantFrom('risk' as const, 'opportunity' as const, 'consequence' as const)),
    term: optional(fc.constantFrom('short' as const, 'medium' as const, 'long' as const)),
    forecaster: optional(fc.constantFrom('desk', 'ada', 'ben')),
    days: optional(fc.tuple(someDay, someDay)),
    vantage: optional(fc.constantFrom('first' as const, 'last' as const, 'timeWeighted' as const)),
    records: optional(fc.constantFrom('live' as const, 'all' as const)),
    testability: optional(fc.constantFrom('observable' as const, 'judged' as const, 'untested' as const)),
  })
  .map(({ days, ...rest }): Filters => {
    const [from, to] = days ? days.sort() : [];
    const entries = Object.entries({ ...rest, from, to }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries);
  });

// One long life of a desk: what was done before stays, so that later steps correct, move and reopen it.
describe('whatever a desk does', () => {
  it('the tallies are what a recomputation from the records gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
        for (const { name, a, b } of steps) await STEPS[name](a, b);
        const { named, scenarios: seen } = await desk.app.service(TallyAudit).verify();
        expect(named).toEqual([]);
        expect(seen).toBe(scenarios.length);
      }),
      { numRuns: 12, seed: 20_261_122, endOnFailure: true },
    );
    const states = await desk.sql<{ state: string }>('SELECT DISTINCT "state" FROM "scenario"');
    expect(states.map(({ state }) => state).sort()).toEqual(['annulled', 'open', 'resolved']); // it led somewhere
  }, 120_000);

  it(
    'any mix of filters reports what the records say by definition, to the last digit',
    () =>
      fc.assert(
        fc.asyncProperty(filters, fc.boolean(), async (some, isDesk) => {
          const known = await desk.sql<{ slug: string }>('SELECT "slug" FROM "forecaster"');
          if (some.forecaster && !known.some(({ slug }) => slug === some.forecaster)) return;
          const query = new URLSearchParams(some as Record<string, string>).toString();
          const answer = await desk.call<Record<string, unknown>>(
            'GET',
            `calibration?${query}`,
            isDesk ? { as: 'analyst' } : {},
          );
          if (!isDesk && answer.status === 404) return; // a private person, or a topic with nothing public
          expect(answer.status).toBe(200);
          const now = desk.app.clock.now().toISOString();
          const expected = await reportFromRecords(desk.app.connections.read.manager, some, {
            desk: isDesk,
            now,
          });
          const drawn = ['consistencyBand', 'expectedUnderCalibration', 'undefined'];
          const shown = (report: object) =>
            Object.fromEntries(Object.entries(report).filter(([name]) => !drawn.includes(name)));
          expect(shown(answer.body)).toEqual(JSON.parse(JSON.stringify(shown(expected))));
        }),
        { numRuns: 60, seed: 7 },
      ),
    120_000,
  );
});
