import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestabilityView } from '../../src/scenarios/testability.dto.js';
import { TallyAudit } from '../../src/tallies/tally-audit.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
let topic: string;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.today(OPENING_DAY);
  topic = await desk.topic();
});

const confirm = async (scenario: { id: string }, testability: string, note?: string) => {
  const answer = await desk.post<TestabilityView>(`scenarios/${scenario.id}/testability`, {
    testability,
    note,
  });
  expect(answer.status).toBe(201);
  return answer.body;
};
const criteria = { text: 'The bulletin says so.' };

describe('how a scenario can be judged', () => {
  it.each<[string, Record<string, unknown>, string, string[]]>([
    ['nobody has looked', {}, 'untested', []],
    ['its author gave criteria', { criteria }, 'observable', ['observable']],
    ['its author said so', { criteria, testability: 'judged' }, 'judged', ['judged']],
  ])('%s: %j', async (_, fields, testability, said) => {
    const scenario = await desk.scenario(topic, fields);
    expect(await desk.show(scenario)).toMatchObject({ testability, testabilityConfirmed: null });
    const { testabilities } = await desk.show(scenario);
    expect(testabilities.map((one) => [one.testability, one.confirmed, one.by])).toEqual(
      said.map((one) => [one, false, 'an editor']),
    );
  });

  it('is confirmed by an editor: who set it, who confirmed it and why stand side by side, for anyone', async () => {
    const { body: scenario } = await desk.post<{ id: string }>(
      'scenarios',
      { topic, kind: 'risk', term: 'short', statement: 'It closes.', probability: 0.4, criteria },
      'analyst',
    );
    desk.today('2026-06-16');
    const confirmed = {
      ...{ testability: 'observable', confirmed: true, by: 'test editor', note: 'A public bulletin.' },
      ...{ criteriaVersion: 1, recordedAt: '2026-06-16T12:00:00.000Z' },
    };
    expect(await confirm(scenario, 'observable', 'A public bulletin.')).toEqual(confirmed);
    const shown = { ...confirmed, by: 'an editor' };
    expect(await desk.show(scenario)).toMatchObject({
      testability: 'observable',
      testabilityConfirmed: shown,
      testabilities: [{ testability: 'observable', confirmed: false, by: 'an analyst', note: null }, shown],
    });
    expect((await desk.show(scenario, 'analyst')).testabilityConfirmed).toEqual(confirmed);
  });

  it('the latest counts; what was said before stays', async () => {
    const scenario = await desk.scenario(topic, { criteria });
    for (const testability of ['judged', 'untested', 'observable', 'judged']) {
      await confirm(scenario, testability);
      expect(await desk.show(scenario)).toMatchObject({ testability, testabilityConfirmed: { testability } });
    }
    expect((await desk.show(scenario)).testabilities).toHaveLength(5);
    expect(await desk.listed(`topic=${topic}&testability=judged`)).toEqual([scenario.id]);
    expect(await desk.listed(`topic=${topic}&testability=observable`)).toEqual([]);
  });

  it('what comes with later criteria waits to be confirmed again', async () => {
    const scenario = await desk.scenario(topic, { criteria });
    await confirm(scenario, 'observable');
    const more = { text: 'As the editor sees it.', testability: 'judged' };
    await desk.post(`scenarios/${scenario.id}/criteria`, more, 'analyst');
    expect(await desk.show(scenario)).toMatchObject({ testability: 'judged', testabilityConfirmed: null });
  });

  it('criteria that do not speak of it leave it confirmed, for the version that was looked at', async () => {
    const scenario = await desk.scenario(topic, { criteria });
    await confirm(scenario, 'judged');
    await desk.post(`scenarios/${scenario.id}/criteria`, { text: 'And the radio.' }, 'analyst');
    expect(await desk.show(scenario)).toMatchObject({
      testability: 'judged',
      testabilityConfirmed: { criteriaVersion: 1 },
      criteria: { version: 2 },
    });
  });

  it('is refused on a version that the editor did not see, and as another word', async () => {
    const scenario = await desk.scenario(topic);
    const path = `scenarios/${scenario.id}/testability`;
    const stale = { 'if-match': `"${scenario.version + 1}"` };
    await desk.refuses(
      () => desk.post(path, { testability: 'judged' }, 'editor', stale),
      412,
      'stale_version',
    );
    await desk.refuses(() => desk.post(path, { testability: 'testable' }), 422, 'validation_failed');
  });
});

describe('the figures move with it', () => {
  it('from one selection to the other, in the same transaction; verify stays clean', async () => {
    const scenario = await desk.scenario(topic, { criteria });
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    await desk.occurred(scenario, event, { basis: 'judged' });
    const of = async (testability: string) => {
      const { n, judged, bounds } = await desk.report(topic, `&testability=${testability}`);
      return { n, judged, bounds };
    };
    // 70 % and it occurred: 0.09 as judged and at best, 0.49 had the judgement gone the other way.
    const all = { n: 1, judged: 1, bounds: { best: expect.closeTo(0.09), worst: expect.closeTo(0.49) } };
    const none = { n: 0, judged: 0, bounds: { best: null, worst: null } };
    expect([await of('observable'), await of('judged')]).toEqual([all, none]);
    await confirm(scenario, 'judged');
    expect([await of('observable'), await of('judged')]).toEqual([none, all]);
    expect(await desk.report(topic)).toMatchObject({ n: 1, judged: 1 });
    expect((await desk.app.service(TallyAudit).verify()).named).toEqual([]);
  });

  it('one that has to be interpreted is resolved as judged, if the editor says nothing else', async () => {
    const scenario = await desk.scenario(topic, { criteria });
    await confirm(scenario, 'judged');
    desk.today('2026-06-20');
    expect(await desk.occurred(scenario, await desk.event(topic))).toMatchObject({ basis: 'judged' });
  });
});

describe('the bounds of a report', () => {
  /** One of each: seen, judged, annulled, overdue and open, all of 70 %. */
  beforeEach(async () => {
    const make = (testability: string) => desk.scenario(topic, { testability });
    const [seen, viewed, annulled] = [await make('observable'), await make('judged'), await make('judged')];
    await make('untested'); // will be overdue
    await desk.scenario(topic, { deadline: '2026-12-31', testability: 'judged' }); // stays open
    desk.today('2026-07-10');
    const event = await desk.event(topic);
    await desk.occurred(seen, event);
    await desk.occurred(viewed, event);
    await desk.resolve(annulled, { outcome: 'annulled', annulment: 'unverifiable' });
  });

  const [best, worst] = [0.09, 0.49];
  it.each<[string, string, { n: number; judged: number; best: number | null; worst: number | null }]>([
    ['all', '', { n: 2, judged: 1, best: (4 * best) / 4, worst: (best + 3 * worst) / 4 }],
    ['what was seen', '&testability=observable', { n: 1, judged: 0, best, worst: best }],
    ['what was interpreted', '&testability=judged', { n: 1, judged: 1, best, worst }],
    ['what nobody has looked at', '&testability=untested', { n: 0, judged: 0, best, worst }],
    ['another kind', '&kind=consequence', { n: 0, judged: 0, best: null, worst: null }],
  ])('take each overdue, annulled and judged item at best and at worst: %s', async (_, filter, expected) => {
    for (const vantage of ['first', 'last', 'timeWeighted']) {
      const { n, judged, bounds } = await desk.report(topic, `${filter}&vantage=${vantage}`);
      const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 10));
      expect({ vantage, n, judged, ...bounds }).toEqual({
        ...{ vantage, n: expected.n, judged: expected.judged },
        ...{ best: close(expected.best), worst: close(expected.worst) },
      });
    }
  });
});
