import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
let topic: string;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.today(OPENING_DAY);
  topic = await desk.topic({ zone: 'UTC' });
});

const near = (value: number) => expect.closeTo(value, 10) as unknown as number;

/** Open on 15 June, with two who speak at noon; it occurred on the 25th, and would have closed with 1 July. */
async function story(): Promise<ScenarioRecord> {
  const scenario = await desk.scenario(topic);
  desk.today('2026-06-18');
  await desk.forecast(scenario, { forecaster: 'The model', probability: 0.4 });
  desk.today('2026-06-20');
  await desk.forecast(scenario, { probability: 0.9 });
  return scenario;
}
async function settled(scenario: ScenarioRecord): Promise<ScenarioRecord> {
  desk.today('2026-06-26');
  await desk.occurred(scenario, await desk.event(topic, { occurredOn: '2026-06-25' }));
  return desk.show(scenario, 'analyst');
}
const overTime = ({ scoresOverTime }: ScenarioRecord) =>
  scoresOverTime.map(({ forecaster, ...scores }) => ({ slug: forecaster.slug, ...scores }));

// The desk: 0.7 for 5 days, 0.9 for 4.5. The model: 0.4 for 6.5. Of 10 days; of 17 to the deadline.
const DESK = {
  ...{ slug: 'desk', records: 'live' },
  timeAveragedBrier: near((5 * 0.09 + 4.5 * 0.01) / 9.5),
  coverage: near(0.95),
  baselineScore: near((500 * (1 + Math.log2(0.7)) + 450 * (1 + Math.log2(0.9))) / 17),
  peerScore: near((200 * Math.log(0.7 / 0.4) + 450 * Math.log(0.9 / 0.4)) / 17),
};
const MODEL = {
  ...{ slug: 'the-model', records: 'live' },
  ...{ timeAveragedBrier: near(0.36), coverage: near(0.65) },
  baselineScore: near((650 * (1 + Math.log2(0.4))) / 17),
  peerScore: near(-(200 * Math.log(0.7 / 0.4) + 450 * Math.log(0.9 / 0.4)) / 17),
};
// The middle of 0.7 and 0.4 for 2 days, of 0.9 and 0.4 for 4.5.
const CROWD = [
  {
    ...{ vantage: 'first', records: 'live', forecasters: 2 },
    ...{ probability: 0.55, brierScore: 0.2025, coverage: null },
  },
  {
    ...{ vantage: 'last', records: 'live', forecasters: 2 },
    ...{ probability: 0.65, brierScore: 0.1225, coverage: null },
  },
  {
    ...{ vantage: 'timeWeighted', records: 'live', forecasters: 2 },
    probability: near((2 * 0.55 + 4.5 * 0.65) / 6.5),
    brierScore: near((2 * 0.2025 + 4.5 * 0.1225) / 6.5),
    coverage: near(0.65),
  },
];

describe('a scenario that several forecast', () => {
  it('gives each one’s scores over time, and the crowd’s median at each vantage', async () => {
    const record = await settled(await story());
    expect(overTime(record)).toEqual([DESK, MODEL]);
    expect(record.crowd).toEqual(CROWD);
  });

  it('is not scored before it is resolved, nor once annulled', async () => {
    const scenario = await story();
    const nothing = { timeAveragedBrier: null, coverage: null, baselineScore: null, peerScore: null };
    const expectNothing = ({ crowd, ...record }: ScenarioRecord) => {
      expect(record.scoresOverTime).toEqual([
        expect.objectContaining({ records: 'live', ...nothing }),
        expect.objectContaining({ records: 'live', ...nothing }),
      ]);
      expect(crowd.slice(0, 2)).toMatchObject([{ probability: 0.55 }, { probability: 0.65 }]);
      for (const { brierScore, coverage } of crowd) expect([brierScore, coverage]).toEqual([null, null]);
    };
    expectNothing(await desk.show(scenario, 'analyst'));
    const { resolutions } = await settled(scenario);
    const supersedes = resolutions.at(-1)!.id;
    await desk.resolve(scenario, { outcome: 'annulled', annulment: 'ambiguous', supersedes });
    expectNothing(await desk.show(scenario, 'analyst'));
  });

  it('keeps its live scores when an archival forecast is added, and gives all beside them', async () => {
    const scenario = await story();
    desk.today('2026-06-22');
    await desk.forecast(scenario, {
      ...{ forecaster: 'Columnist', probability: 0.6, statedAt: '2026-06-10T12:00:00.000Z' },
    });
    const record = await settled(scenario);
    const [columnist, ...others] = overTime(record);
    expect(others.filter(({ records }) => records === 'live')).toEqual([DESK, MODEL]);
    expect(record.crowd.filter(({ records }) => records === 'live')).toEqual(CROWD);
    // stated before the opening: it counts from there
    expect(columnist).toMatchObject({
      ...{ slug: 'columnist', records: 'all', timeAveragedBrier: near(0.16), coverage: 1 },
      baselineScore: near((1000 * (1 + Math.log2(0.6))) / 17),
    });
    expect(others.map(({ slug, records }) => [slug, records])).toEqual([
      ...[
        ['desk', 'live'],
        ['desk', 'all'],
        ['the-model', 'live'],
        ['the-model', 'all'],
      ],
    ]);
    expect(record.crowd.filter(({ records }) => records === 'all')).toMatchObject([
      { vantage: 'first', forecasters: 3, probability: 0.6, brierScore: near(0.16) },
      { vantage: 'last', forecasters: 3, probability: 0.6, brierScore: near(0.16) },
      // 0.65 for 3 days, then 0.6 for 6.5
      {
        ...{ vantage: 'timeWeighted', forecasters: 3, coverage: near(0.95) },
        brierScore: near((3 * 0.1225 + 6.5 * 0.16) / 9.5),
      },
    ]);
  });

  it('counts the corrected probability, and a withdrawal ends the time', async () => {
    const scenario = await desk.scenario(topic);
    const { forecasts } = scenario;
    desk.today('2026-06-17');
    await desk.erratum('forecasts', forecasts[0]!, 'probability', 0.2);
    await desk.forecast(scenario, { forecaster: 'The model', probability: 0.4 });
    desk.today('2026-06-20');
    await desk.withdraw(scenario, { forecaster: 'The model' });
    const record = await settled(scenario);
    expect(overTime(record)).toMatchObject([
      { slug: 'desk', timeAveragedBrier: near(0.64), coverage: near(0.95) },
      { slug: 'the-model', timeAveragedBrier: near(0.36), coverage: near(0.3) },
    ]);
    expect(record.crowd).toMatchObject([
      { vantage: 'first', forecasters: 2, probability: 0.3, brierScore: near(0.49) },
      { vantage: 'timeWeighted', forecasters: 2, brierScore: near(0.49), coverage: near(0.3) },
    ]);
  });
});

describe('a scenario that one forecasts', () => {
  it('has neither a peer score nor a median', async () => {
    const record = await settled(await desk.scenario(topic));
    expect(overTime(record)).toMatchObject([{ timeAveragedBrier: near(0.09), peerScore: null }]);
    expect(record.crowd).toEqual([]);
  });

  it('and that did not occur is scored until its deadline has passed', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-07-05');
    await desk.resolve(scenario, { outcome: 'not_occurred', outcomeOn: '2026-07-01' });
    expect(overTime(await desk.show(scenario, 'analyst'))).toMatchObject([
      {
        ...{ timeAveragedBrier: near(0.49), coverage: near(16.5 / 17) },
        baselineScore: near((1650 * (1 + Math.log2(0.3))) / 17),
      },
    ]);
  });

  it('loses what was said under criteria that were then changed', async () => {
    const scenario = await desk.scenario(topic, { criteria: { text: 'The office says so.' } });
    desk.today('2026-06-20');
    const criteria = { text: 'Two offices say so.', change: 'changed' };
    expect((await desk.post(`scenarios/${scenario.id}/criteria`, criteria)).status).toBe(201);
    expect((await desk.show(scenario, 'analyst')).scoresOverTime).toEqual([]);
    await desk.forecast(scenario, { probability: 0.9 });
    expect(overTime(await settled(scenario))).toMatchObject([
      { timeAveragedBrier: near(0.01), coverage: near(0.45) },
    ]);
  });
});
