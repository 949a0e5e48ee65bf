import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  aForecast,
  anEvent,
  aScenario,
  aTopic,
  latestOf,
  on,
  recordOf,
  reportOn,
  resolved,
} from './builders.js';

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
});
afterAll(() => desk.stop());
beforeEach(() => desk.clock.moveTo(on('2026-06-11')));

interface Said {
  at: string;
  p: number;
  /** When an editor recorded it, where that was later. */
  recorded?: string;
}
const OUTCOME_DAY = '2026-06-21';

/** A scenario that somebody opened on 10 June, on which the desk said this, and which occurred on the 21st. */
async function story(forecasts: Said[], fields = {}, zone = 'UTC') {
  const say = ({ at, p, recorded }: Said) => {
    desk.clock.moveTo(recorded ?? at);
    return { probability: p, ...(recorded && { as: 'editor' as const, statedAt: at }) };
  };
  const topic = await aTopic(desk, { zone });
  desk.clock.moveTo(on('2026-06-10'));
  const scenario = await aScenario(desk, { topic, forecaster: 'Somebody', deadline: '2026-06-30' });
  for (const said of forecasts) await aForecast(desk, scenario.id, say(said));
  desk.clock.moveTo(on('2026-06-25'));
  const evidence = [await anEvent(desk, { occurredOn: OUTCOME_DAY })];
  await resolved(desk, scenario.id, { outcome: 'occurred', outcomeOn: OUTCOME_DAY, evidence, ...fields });
  return { id: scenario.id, topic };
}

/** The desk's Brier score at each vantage, rounded; null where nothing counts. */
async function brierScores(topic: string, records: 'live' | 'all') {
  const scores: (number | null)[] = [];
  for (const vantage of ['first', 'last', 'timeWeighted']) {
    const { n, brierScore } = await reportOn(
      desk,
      topic,
      `forecaster=desk&vantage=${vantage}&records=${records}`,
    );
    expect(n).toBe(brierScore === null ? 0 : 1);
    scores.push(brierScore === null ? null : Math.round(brierScore * 1e6) / 1e6);
  }
  return scores;
}

const said = (day: number, p: number, time?: string): Said => ({ at: on(`2026-06-${day}`, time), p });
const late = (day: number, p: number, time?: string): Said => ({
  ...said(day, p, time),
  recorded: on('2026-06-24'),
});
type Scores = [first: number | null, last: number | null, timeWeighted: number | null];
const none: Scores = [null, null, null];
const once = (score: number): Scores => [score, score, score];

describe('what counts, scored by hand: (p − 1)²', () => {
  it.each<[string, Said[], Scores, Scores?]>([
    ['one forecast', [said(11, 0.7)], once(0.09)],
    ['recorded the day before the outcome', [said(20, 0.7, '23:59:59.999')], once(0.09)],
    ['recorded on the outcome day', [said(21, 0.7, '00:00:00.000')], none],
    ['recorded after it', [said(22, 0.7)], none],
    [
      'a revision on the outcome day comes too late',
      [said(11, 0.7), said(21, 1, '00:00:00.000')],
      once(0.09),
    ],
    // four days at 0.09, six at 0.64
    ['first, last, and each for its days', [said(11, 0.7), said(15, 0.2)], [0.09, 0.64, 0.42]],
    // three days each: weights 3334, 3333, 3333
    ['three of nine days', [said(12, 0.7), said(15, 0.2), said(18, 0.4)], [0.09, 0.36, 0.363306]],
    ['the later row of one instant is the revision', [said(11, 0.7), said(11, 0.2)], [0.09, 0.64, 0.64]],
    [
      'many on one day',
      [said(11, 0.7), said(11, 0.2, '13:00:00.000'), said(11, 0.5, '14:00:00.000')],
      [0.09, 0.25, 0.25],
    ],
    ['archival, stated on the outcome day', [late(21, 0.7, '23:59:59.999')], none, once(0.09)],
    ['archival, stated the day after', [late(22, 0.7, '00:00:00.000')], none],
    // all: two days at 0.01, then eight at 0.09
    ['archival before the live one', [said(13, 0.7), late(11, 0.9)], once(0.09), [0.01, 0.09, 0.074]],
    // all: eight days at 0.09, then two at 0.01
    ['archival after the live one', [said(11, 0.7), late(19, 0.9)], once(0.09), [0.09, 0.01, 0.074]],
    [
      'archival at the instant of the live one',
      [said(11, 0.7), { ...said(11, 0.9), recorded: on('2026-06-24') }],
      once(0.09),
      [0.09, 0.01, 0.01],
    ],
  ])('%s', async (_, forecasts, live, all = live) => {
    const { id, topic } = await story(forecasts);
    expect(await brierScores(topic, 'live')).toEqual(live);
    expect(await brierScores(topic, 'all')).toEqual(all);
    // the rest is kept and shown
    const shown = (await recordOf(desk, id)).forecasts.map((one: { probability: number }) => one.probability);
    expect(shown.slice(1)).toEqual(forecasts.map(({ p }) => p));
  });
});

describe('where the instant of the outcome is known, it decides', () => {
  const outcomeAt = on(OUTCOME_DAY, '15:00:00.000');

  it.each<[string, string, Scores]>([
    ['just before it', '14:59:59.999', once(0.09)],
    ['at it', '15:00:00.000', none],
    ['after it, on the same day', '18:00:00.000', none],
  ])('%s', async (_, time, scores) => {
    const { topic } = await story([said(21, 0.7, time)], { outcomeAt });
    expect(await brierScores(topic, 'live')).toEqual(scores);
  });

  it('a correction that names the instant brings the forecasts of that day in, and one that does not takes them out', async () => {
    const { id, topic } = await story([said(11, 0.7), said(21, 0.9)]);
    const correct = async (fields: object) => {
      const { id: supersedes, evidence, outcomeOn } = latestOf(await recordOf(desk, id));
      await resolved(desk, id, { outcome: 'occurred', outcomeOn, evidence, supersedes, ...fields });
    };
    expect(await brierScores(topic, 'live')).toEqual([0.09, 0.09, 0.09]);
    await correct({ outcomeAt });
    expect(await brierScores(topic, 'live')).toEqual([0.09, 0.01, 0.09]);
    await correct({});
    expect(await brierScores(topic, 'live')).toEqual([0.09, 0.09, 0.09]);
  });
});

describe('days are those of the zone of the scenario', () => {
  it.each<[string, string, string, Scores]>([
    ['Pacific/Kiritimati', '2026-06-20', '09:59:59.999', once(0.09)],
    ['Pacific/Kiritimati', '2026-06-20', '10:00:00.000', none],
    ['America/New_York', '2026-06-21', '03:59:59.999', once(0.09)],
    ['America/New_York', '2026-06-21', '04:00:00.000', none],
  ])('in %s, a forecast of %s at %s UTC', async (zone, day, time, scores) => {
    const { topic } = await story([{ at: on(day, time), p: 0.7 }], {}, zone);
    expect(await brierScores(topic, 'live')).toEqual(scores);
  });
});

describe('a withdrawal', () => {
  const withdrawn = async (at: string, before: Said[] = []) => {
    desk.clock.moveTo(on('2026-06-11'));
    const { id, topic } = await aScenario(desk, { deadline: '2026-06-30' });
    desk.clock.moveTo(at);
    for (const { at: statedAt, p } of before)
      await aForecast(desk, id, { as: 'editor', probability: p, statedAt });
    const answer = await desk.call('POST', `scenarios/${id}/withdrawals`, { as: 'analyst', body: {} });
    expect(answer.status).toBe(201);
    desk.clock.moveTo(on('2026-06-25'));
    const evidence = [await anEvent(desk, { occurredOn: OUTCOME_DAY })];
    await resolved(desk, id, { outcome: 'occurred', outcomeOn: OUTCOME_DAY, evidence });
    const { withdrawn: number } = await reportOn(desk, topic.slug);
    return { scores: await brierScores(topic.slug, 'live'), number, answer };
  };

  it('before the outcome leaves the first counted, and is counted itself', async () => {
    expect(await withdrawn(on('2026-06-20'))).toMatchObject({ scores: [0.09, null, 0.09], number: 1 });
  });

  it.each(['2026-06-21', '2026-06-24'])(
    'on the outcome day or later, %s, takes nothing back',
    async (day) => {
      expect(await withdrawn(on(day))).toMatchObject({ scores: [0.09, 0.09, 0.09], number: 0 });
    },
  );

  it('withdraws what stands, not what was recorded last', async () => {
    const { scores, number, answer } = await withdrawn(on('2026-06-15'), [said(10, 0.1)]);
    expect(answer.body).toMatchObject({ probability: 0.7, archival: false });
    expect({ scores, number }).toEqual({ scores: [0.09, null, 0.09], number: 1 });
  });

  it('of an archival forecast ends the live one before it too', async () => {
    const { scores, number, answer } = await withdrawn(on('2026-06-15'), [said(13, 0.1)]);
    expect(answer.body).toMatchObject({ probability: 0.1, archival: true });
    expect({ scores, number }).toEqual({ scores: [0.09, null, 0.09], number: 1 });
  });
});

describe('a clock that runs', () => {
  it('does not make a forecast of the outcome day one that was stated before it was recorded', async () => {
    const stands = desk.clock.now.bind(desk.clock);
    let ticks = 0;
    const running = jest
      .spyOn(desk.clock, 'now')
      .mockImplementation(() => new Date(stands().getTime() + (ticks += 1)));
    try {
      const { topic, id } = await story([said(21, 0.7)]);
      expect(await brierScores(topic, 'all')).toEqual(none);
      const { forecasts } = await recordOf(desk, id);
      for (const { statedAt, recordedAt, archival } of forecasts)
        expect([statedAt, archival]).toEqual([recordedAt, false]);
    } finally {
      running.mockRestore();
    }
  });
});
