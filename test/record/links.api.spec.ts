import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/database/ids.js';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
let topic: string;
let one: ScenarioRecord;
let other: ScenarioRecord;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.today(OPENING_DAY);
  topic = await desk.topic();
  one = await desk.scenario(topic, { probability: 0.4 });
  other = await desk.scenario(topic, { probability: 0.6 });
});

const linking =
  (of: { id: string }, body: object, as: 'analyst' | 'editor' = 'analyst') =>
  () =>
    desk.post(`scenarios/${of.id}/links`, body, as);
const linksOf = async (of: { id: string }, as?: 'analyst') => (await desk.show(of, as)).links;
const warningsOf = async (of: { id: string }, as?: 'analyst') =>
  (await linksOf(of, as)).flatMap(({ incoherence }) => incoherence?.warnings ?? []);

describe('a link', () => {
  it.each([
    ['excludes', 'both', 'both'],
    ['overlaps', 'both', 'both'],
    ['implies', 'outgoing', 'incoming'],
    ['leadsTo', 'outgoing', 'incoming'],
  ])('%s shows on both scenarios, from the side of each', async (relation, here, there) => {
    const { warnings, ...link } = await desk.link(one, other, relation, { note: 'The one harbour.' });
    expect(warnings).toEqual([]);
    const shown = { id: link.id, relation, note: 'The one harbour.' };
    const { id, statement, state } = other;
    expect(await linksOf(one)).toEqual([
      {
        ...{ ...shown, direction: here, scenario: { id, statement, state } },
        incoherence: /excludes|implies/.test(relation) ? { notCompared: null, warnings: [] } : null,
      },
    ]);
    expect(await linksOf(other)).toMatchObject([{ ...shown, direction: there, scenario: { id: one.id } }]);
  });

  it('leaves both scenarios’ versions alone', async () => {
    await desk.endLink(one, await desk.link(one, other, 'excludes'));
    for (const scenario of [one, other]) expect((await desk.show(scenario)).version).toBe(scenario.version);
  });

  it.each<[string, () => object, number, string]>([
    ['to itself', () => ({ to: one.id, relation: 'implies' }), 422, 'validation_failed'],
    ['to nothing', () => ({ to: newId(), relation: 'implies' }), 422, 'scenario_unknown'],
    [
      'of a kind that a resolution makes',
      () => ({ to: other.id, relation: 'duplicateOf' }),
      422,
      'validation_failed',
    ],
    ['of no kind', () => ({ to: other.id }), 422, 'validation_failed'],
  ])('%s is refused', async (_, body, status, code) => {
    await desk.refuses(linking(one, body()), status, code);
  });

  it('is kept once: what says the same from both sides, whoever of the two it is said of', async () => {
    const { id } = await desk.link(one, other, 'excludes');
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      expect(
        await desk.refuses(linking(from, { to: to.id, relation: 'excludes' }), 409, 'link_exists'),
      ).toMatchObject({ linkId: id });
    await desk.link(one, other, 'implies');
    await desk.link(other, one, 'implies');
    expect(await linksOf(one)).toHaveLength(3);
  });

  it('of two who make it at once is kept once', async () => {
    const answers = await Promise.all(
      [one, other, one, other].map((from) =>
        linking(from, { to: from === one ? other.id : one.id, relation: 'overlaps' })(),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await linksOf(other)).toHaveLength(1);
  });

  it('is taken back from either side, once, and may be made again', async () => {
    for (const side of [one, other]) {
      const link = await desk.link(one, other, 'excludes');
      expect(await desk.endLink(side, link)).toMatchObject({ linkId: link.id, reason: 'Not so.' });
      expect([await linksOf(one), await linksOf(other)]).toEqual([[], []]);
      const again = () => desk.post(`scenarios/${one.id}/links/${link.id}/endings`, { reason: 'So.' });
      await desk.refuses(again, 409, 'link_ended');
    }
  });

  it('is taken back only where it belongs', async () => {
    const link = await desk.link(one, other, 'excludes');
    const third = await desk.scenario(topic);
    for (const path of [`${third.id}/links/${link.id}`, `${one.id}/links/${newId()}`])
      await desk.refuses(
        () => desk.post(`scenarios/${path}/endings`, { reason: 'So.' }, 'analyst'),
        404,
        'not_found',
      );
  });

  it('and its ending are append-only', async () => {
    await desk.endLink(one, await desk.link(one, other, 'excludes'));
    for (const table of ['scenario_link', 'scenario_link_ending']) {
      await expect(desk.write(`UPDATE "${table}" SET "recordedAt" = ''`)).rejects.toThrow(/append-only/);
      await expect(desk.write(`DELETE FROM "${table}"`)).rejects.toThrow(/append-only/);
    }
  });
});

describe('a link, before readers', () => {
  it('shows where both scenarios may be seen, and not before', async () => {
    const hidden = await desk.scenario(topic, { publicAt: '2026-06-16T00:00:00Z' });
    await desk.link(one, hidden, 'overlaps');
    expect([await linksOf(one), await linksOf(one, 'analyst')]).toMatchObject([[], [{}]]);
    desk.today('2026-06-16');
    expect([await linksOf(one), await linksOf(hidden)]).toMatchObject([[{}], [{}]]);
  });

  it('says of a duplicate, both ways, and of a hidden one nothing', async () => {
    await desk.resolve(one, { outcome: 'annulled', annulment: 'duplicate', duplicateOf: other.id });
    expect(await linksOf(other)).toMatchObject([
      { relation: 'duplicateOf', direction: 'incoming', scenario: { id: one.id, state: 'annulled' } },
    ]);
    await desk.publish('scenarios', one, null);
    expect([await linksOf(other), await linksOf(other, 'analyst')]).toMatchObject([[], [{}]]);
  });
});

describe('incoherence', () => {
  it('is told with the link, on both scenarios, and with the forecast that makes it; it blocks nothing', async () => {
    await desk.forecast(other, { probability: 0.7 });
    const link = await desk.link(one, other, 'excludes');
    const warning = {
      ...{ code: 'sum_above_one', linkId: link.id, probabilities: [0.4, 0.7] },
      forecaster: { slug: 'desk', name: 'Desk', kind: 'desk' },
      message: 'Desk gives 40 % and 70 %, together 110 %, to two that exclude each other.',
    };
    expect(link.warnings).toEqual([warning]);
    expect(await warningsOf(one)).toEqual([warning]);
    expect(await warningsOf(other)).toEqual([{ ...warning, probabilities: [0.7, 0.4] }]);
    expect((await desk.forecast(one, { probability: 0.3 })).warnings).toEqual([]);
    const { id, warnings } = await desk.forecast(one, { probability: 0.3001 });
    expect(warnings).toMatchObject([{ code: 'sum_above_one', probabilities: [0.3001, 0.7] }]);
    expect((await desk.show(one)).forecasts.at(-1)!.id).toBe(id);
  });

  it('is of what stands: not of a forecast withdrawn, ended by a changed question, or of another person', async () => {
    await desk.link(one, other, 'implies');
    expect((await desk.forecast(one, { probability: 0.9 })).warnings).toMatchObject([
      { code: 'likelier_than_implied', probabilities: [0.9, 0.6] },
    ]);
    await desk.withdraw(other);
    expect(await warningsOf(one)).toEqual([]);
    await desk.forecast(other, { probability: 0.5, forecaster: 'Ana Lind' });
    expect(await warningsOf(one, 'analyst')).toEqual([]);
    await desk.forecast(other, { probability: 0.5 });
    expect(await warningsOf(one)).toHaveLength(1);
    for (const [text, change] of [
      ['The bulletin.', 'clarified'],
      ['Another bulletin.', 'changed'],
    ])
      await desk.post(`scenarios/${other.id}/criteria`, { text, change });
    expect(await warningsOf(one)).toEqual([]);
  });

  it('is not looked for across premises, and that is said', async () => {
    const [given, same] = [
      await desk.scenario(topic, { premise: 'If the Talks fail', probability: 0.9 }),
      await desk.scenario(topic, { premise: 'if the talks  fail', probability: 0.9 }),
    ];
    const link = await desk.link(one, given, 'excludes');
    expect(link).toMatchObject({
      incoherence: {
        notCompared: { code: 'different_premises', message: 'not compared: different premises' },
        warnings: [],
      },
    });
    expect((await desk.link(given, same, 'excludes')).warnings).toMatchObject([
      { probabilities: [0.9, 0.9] },
    ]);
  });

  it('of a person whose track record is not public is told to the desk alone', async () => {
    for (const scenario of [one, other])
      await desk.forecast(scenario, { forecaster: 'Bo Holm', probability: 0.9 });
    await desk.link(one, other, 'excludes');
    const forecasters = desk.app.service(ForecastersService);
    for (const on of [false, true, false]) {
      await forecasters.set('bo-holm', { public: on });
      expect(await warningsOf(one)).toHaveLength(Number(on));
      expect(await warningsOf(one, 'analyst')).toHaveLength(1);
    }
  });

  it('of outcomes is told once both are resolved', async () => {
    await desk.link(one, other, 'excludes');
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    await desk.occurred(one, event);
    expect(await linksOf(one)).toMatchObject([{ incoherence: { notCompared: { code: 'not_both_open' } } }]);
    await desk.occurred(other, event);
    for (const scenario of [one, other])
      expect(await warningsOf(scenario)).toMatchObject([
        { code: 'both_occurred', forecaster: null, probabilities: null },
      ]);
  });
});
