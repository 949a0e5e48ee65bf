import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  aBriefing,
  aForecast,
  anEvent,
  aScenario,
  aTopic,
  expectRefusal,
  expectRefused,
  logBriefing,
  logForecast,
  logScenario,
  latestOf,
  on,
  recordIn,
  recordOf,
  reportOn,
  resolved,
  scenariosIn,
} from './builders.js';
import fc from '../support/fast-check.js';

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
});
afterAll(() => desk.stop());
beforeEach(() => desk.clock.moveTo(on('2026-06-15')));

/** Resolves a scenario as having occurred on a day, with an event of that day. */
const itOccurred = async (id: string, day: string, fields = {}) =>
  resolved(desk, id, {
    ...{ outcome: 'occurred', outcomeOn: day, evidence: [await anEvent(desk, { occurredOn: day })] },
    ...fields,
  });

describe('a forecast is accepted only while its scenario is open', () => {
  const settled: [state: string, judgement: Record<string, unknown>][] = [
    ['resolved', { outcome: 'not_occurred', outcomeOn: '2026-06-15' }],
    ['annulled', { outcome: 'annulled', annulment: 'ambiguous' }],
  ];
  it.each(settled)('not when it is %s, by nobody; again when it is reopened', async (state, judgement) => {
    const { id } = await aScenario(desk);
    await resolved(desk, id, judgement);
    for (const as of ['analyst', 'editor', 'administrator'] as const) {
      await expectRefused(desk, id, () => logForecast(desk, id, { as }), [409, 'scenario_not_open']);
      const archival = { as: 'editor' as const, statedAt: on('2026-06-01') };
      await expectRefused(desk, id, () => logForecast(desk, id, archival), [409, 'scenario_not_open']);
    }
    expect((await logForecast(desk, id, {})).body).toMatchObject({ state });

    const { id: supersedes } = latestOf(await recordOf(desk, id));
    await resolved(desk, id, { outcome: 'reopened', supersedes });
    expect(await aForecast(desk, id, { probability: 0.2 })).toMatchObject({
      probability: 0.2,
      archival: false,
    });
    expect(await recordOf(desk, id)).toMatchObject({
      state: 'open',
      outcomeOn: null,
      forecasts: [{ probability: 0.7 }, { probability: 0.2 }],
      resolutions: [{ superseded: true }, { outcome: 'reopened' }],
    });
  });

  it('an overdue one is open still; what is forecast then is kept, not scored', async () => {
    const { id, topic } = await aScenario(desk, { deadline: '2026-06-20' });
    desk.clock.moveTo(on('2026-06-25'));
    await aForecast(desk, id, { probability: 0.01 });
    await resolved(desk, id, { outcome: 'not_occurred' });
    expect(await recordOf(desk, id)).toMatchObject({
      forecasts: [{ probability: 0.7 }, { probability: 0.01 }],
    });
    expect((await reportOn(desk, topic.slug, 'vantage=last&records=all')).brierScore).toBeCloseTo(0.49, 12);
  });
});

describe('recordedAt is the clock of the server; statedAt may be earlier only by an editor', () => {
  it('an analyst may not say that a forecast was stated earlier', async () => {
    const { id, topic } = await aScenario(desk);
    const statedAt = on('2026-06-15', '11:59:59.999');
    await expectRefused(desk, id, () => logForecast(desk, id, { statedAt }), [403, 'stated_at_reserved']);
    expectRefusal(await logScenario(desk, { topic: topic.slug, statedAt }), 403, 'stated_at_reserved');
    expect(await scenariosIn(desk, topic.slug)).toHaveLength(1);
  });

  it('nobody may say that it was stated in the future', async () => {
    const { id, topic } = await aScenario(desk);
    const statedAt = on('2026-06-15', '12:00:00.001');
    for (const as of ['analyst', 'editor'] as const) {
      await expectRefused(desk, id, () => logForecast(desk, id, { as, statedAt }), [422, 'stated_in_future']);
      expectRefusal(await logScenario(desk, { as, topic: topic.slug, statedAt }), 422, 'stated_in_future');
    }
    const briefing = await logBriefing(desk, { topic: topic.slug, publishedOn: '2026-06-16' });
    expectRefusal(briefing, 422, 'stated_in_future');
  });

  it('nor so early that somewhere it falls on no day that is counted', async () => {
    const { id } = await aScenario(desk, { zone: 'America/New_York' });
    const log = (statedAt: string) => logForecast(desk, id, { as: 'editor', statedAt });
    await expectRefused(desk, id, () => log('1900-01-01T00:00:00Z'), [422, 'validation_failed']);
    expect(await log('1900-01-02T00:00:00Z')).toMatchObject({ status: 201, body: { archival: true } });
  });

  it('recordedAt is no field of a request', async () => {
    const { id } = await aScenario(desk);
    const log = () => logForecast(desk, id, { recordedAt: on('2026-06-01') });
    await expectRefused(desk, id, log, [422, 'validation_failed']);
  });

  it('this very instant is not earlier: live, for anyone', async () => {
    const { id } = await aScenario(desk);
    const forecast = await aForecast(desk, id, { statedAt: '2026-06-15T12:00:00Z' });
    expect(forecast).toMatchObject({
      archival: false,
      statedAt: on('2026-06-15'),
      recordedAt: on('2026-06-15'),
    });
  });

  it('what an editor says was stated earlier is archival, labelled, and out of the headline', async () => {
    const { id, topic } = await aScenario(desk);
    const forecast = await aForecast(desk, id, {
      as: 'editor',
      probability: 0.1,
      statedAt: on('2026-06-01'),
    });
    expect(forecast).toMatchObject({
      ...{
        archival: true,
        statedAt: on('2026-06-01'),
        recordedAt: on('2026-06-15'),
        loggedBy: 'test editor',
      },
    });
    desk.clock.moveTo(on('2026-06-18'));
    await itOccurred(id, '2026-06-18');
    expect((await reportOn(desk, topic.slug)).brierScore).toBeCloseTo(0.09, 12);
    expect((await reportOn(desk, topic.slug, 'records=all')).brierScore).toBeCloseTo(0.81, 12);
    expect((await recordOf(desk, id)).scores).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ vantage: 'first', records: 'live', probability: 0.7, archival: false }),
        expect.objectContaining({ vantage: 'first', records: 'all', probability: 0.1, archival: true }),
      ]),
    );
    const item = async (records: string) =>
      (await desk.call('GET', `track-record?topic=${topic.slug}&records=${records}`)).body as unknown;
    expect(await item('live')).toMatchObject({ items: [{ probability: 0.7, archival: false }] });
    expect(await item('all')).toMatchObject({ items: [{ probability: 0.1, archival: true }] });
  });

  it('a scenario whose only forecast is archival has no headline at all', async () => {
    const { id, topic } = await aScenario(desk, { as: 'editor', statedAt: on('2026-06-01') });
    await itOccurred(id, '2026-06-10');
    expect(await reportOn(desk, topic.slug)).toMatchObject({ n: 0, brierScore: null });
    expect(await reportOn(desk, topic.slug, 'records=all')).toMatchObject({ n: 1 });
  });
});

describe('a briefing recorded within 72 hours of publication, and before the outcome day, is live', () => {
  const published = async (publishedOn: string | undefined, now: string, zone = 'UTC') => {
    desk.clock.moveTo(now);
    const briefing = await aBriefing(desk, { topic: await aTopic(desk, { zone }), publishedOn });
    return recordIn(desk, briefing);
  };

  it.each<[string, string | undefined, string, string, boolean, string]>([
    ['on its day', '2026-06-15', on('2026-06-15'), 'UTC', false, on('2026-06-15')],
    ['with no day, which is today', undefined, on('2026-06-15'), 'UTC', false, on('2026-06-15')],
    [
      '72 hours after the beginning of its day',
      '2026-06-12',
      on('2026-06-15', '00:00:00.000'),
      'UTC',
      false,
      on('2026-06-12', '00:00:00.000'),
    ],
    [
      'a thousandth of a second later',
      '2026-06-12',
      on('2026-06-15', '00:00:00.001'),
      'UTC',
      true,
      on('2026-06-12', '00:00:00.000'),
    ],
    [
      'counted where its day is',
      '2026-06-12',
      on('2026-06-15', '04:00:00.000'),
      'America/New_York',
      false,
      on('2026-06-12', '04:00:00.000'),
    ],
    ['months later', '2026-01-12', on('2026-06-15'), 'UTC', true, on('2026-01-12', '00:00:00.000')],
  ])('%s', async (_, publishedOn, now, zone, archival, statedAt) => {
    const { forecasts } = await published(publishedOn, now, zone);
    expect(forecasts).toMatchObject([{ archival, statedAt, recordedAt: now }]);
  });

  it('so it is counted in the headline', async () => {
    const { id, topic } = await published('2026-06-13', on('2026-06-15'));
    desk.clock.moveTo(on('2026-06-18'));
    await itOccurred(id, '2026-06-16');
    expect(await reportOn(desk, topic.slug)).toMatchObject({ n: 1 });
  });

  it('but where the outcome day had come by then, it counts as archival alone', async () => {
    const { id, topic, forecasts } = await published('2026-06-13', on('2026-06-15'));
    expect(forecasts).toMatchObject([{ archival: false }]);
    await itOccurred(id, '2026-06-14');
    expect((await recordOf(desk, id)).forecasts).toMatchObject([{ archival: true }]);
    expect(await reportOn(desk, topic.slug)).toMatchObject({ n: 0 });
    expect(await reportOn(desk, topic.slug, 'records=all')).toMatchObject({ n: 1 });
  });
});

describe('words turned into a number later are shown and never scored', () => {
  const reconstructed = { words: 'very likely', quote: 'Page 3: “very likely”', converter: 'An assistant' };

  it('with the words, the quote and who converted them', async () => {
    const { id, topic } = await aScenario(desk, { as: 'editor', statedAt: on('2026-06-10') });
    const fields = { as: 'editor' as const, forecaster: 'Columnist', probability: 0.9, reconstructed };
    await aForecast(desk, id, { ...fields, statedAt: on('2026-06-01') });
    await itOccurred(id, '2026-06-12');
    expect((await recordOf(desk, id)).forecasts[1]).toMatchObject({
      ...{ forecaster: { name: 'Columnist' }, probability: 0.9, archival: true, reconstructed: true },
      reconstruction: reconstructed,
    });
    for (const vantage of ['first', 'last', 'timeWeighted'])
      expect(await reportOn(desk, topic.slug, `records=all&vantage=${vantage}`)).toMatchObject({
        ...{ n: 1, scenarios: 1 },
        brierScore: expect.closeTo(0.09, 12),
      });
    expect(
      (await recordOf(desk, id)).scores.map((one: { forecaster: { slug: string } }) => one.forecaster.slug),
    ).toEqual(['desk', 'desk', 'desk']);
  });

  it('an editor says when the words were said, and an analyst may not do it', async () => {
    const { id } = await aScenario(desk);
    const fields = { probability: 0.9, reconstructed };
    await expectRefused(desk, id, () => logForecast(desk, id, { ...fields, as: 'editor' }), [
      422,
      'validation_failed',
    ]);
    const statedAt = on('2026-06-01');
    await expectRefused(desk, id, () => logForecast(desk, id, { ...fields, statedAt }), [
      403,
      'stated_at_reserved',
    ]);
  });
});

describe('the headline never moves when archival forecasts are added', () => {
  const forecast = fc.record({
    ...{ hours: fc.integer({ min: -400, max: -1 }), bp: fc.integer({ min: 0, max: 10_000 }) },
    reconstructed: fc.boolean(),
  });

  it('to any history', async () => {
    const asOf = on('2026-06-15');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
        fc.array(forecast, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (revisions, archival, withdrawn) => {
          const headlines: unknown[] = [];
          for (const added of [[], archival]) {
            desk.clock.moveTo(asOf);
            const { id, topic } = await aScenario(desk);
            for (const [index, percent] of revisions.entries()) {
              desk.clock.moveTo(on(`2026-06-${16 + index}`));
              await aForecast(desk, id, { probability: percent / 100 });
            }
            desk.clock.moveTo(on('2026-06-19'));
            for (const { hours, bp, reconstructed } of added)
              await aForecast(desk, id, {
                ...{ as: 'editor', probability: bp / 10_000 },
                statedAt: new Date(Date.parse(on('2026-06-19')) + hours * 3_600_000).toISOString(),
                ...(reconstructed && { reconstructed: { words: 'likely', converter: 'An assistant' } }),
              });
            if (withdrawn)
              await desk.call('POST', `scenarios/${id}/withdrawals`, { as: 'analyst', body: {} });
            desk.clock.moveTo(on('2026-06-22'));
            // by somebody who logged nothing here: the report tells who judged their own
            await itOccurred(id, '2026-06-21', { as: 'administrator' });
            headlines.push(
              await Promise.all(
                ['first', 'last', 'timeWeighted'].map(async (vantage) => {
                  const { selection: _, ...figures } = await reportOn(desk, topic.slug, `vantage=${vantage}`);
                  return figures;
                }),
              ),
            );
          }
          expect(headlines[1]).toEqual(headlines[0]);
        },
      ),
      { numRuns: 8 },
    );
  });
});
