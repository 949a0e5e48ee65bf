import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BriefingView } from '../../src/briefings/briefing.dto.js';
import type { BriefingDifferences } from '../../src/forecasts/edition.dto.js';
import type { BriefingReadingView } from '../../src/forecasts/forecast.dto.js';
import { TallyAudit } from '../../src/tallies/tally-audit.js';
import { Desk, OPENING_DAY, type ProblemBody } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const NEXT_DAY = '2026-06-20';
const PORT = {
  kind: 'risk',
  term: 'short',
  probability: 0.7,
  statement: 'The port stays shut until 1 July.',
};
const BALLOT = {
  ...{ kind: 'opportunity', term: 'medium', probability: 0.4 },
  statement: 'The dockers accept the offer in a ballot.',
};
const GRAIN = {
  ...{ kind: 'consequence', term: 'long', probability: 0.3 },
  statement: 'Grain prices rise by more than 20 per cent.',
};
const BILL = {
  kind: 'risk',
  term: 'short',
  probability: 0.2,
  statement: 'Parliament passes the harbour bill.',
};
const SECOND = { kind: 'risk', term: 'short', probability: 0.25, statement: 'A lockout begins in Merle.' };
const REWORDED = { ...GRAIN, statement: 'Grain prices climb more than 20 %.' };
const DEARER = { ...GRAIN, statement: 'Grain prices rise by more than 40 per cent.' };
const LIKELIER = { ...BALLOT, probability: 0.55 };

/** An id that is on record nowhere. */
const NOWHERE = '01890000-0000-7000-8000-000000000000';

type Answer = ProblemBody & {
  briefingId: string;
  differences: BriefingDifferences;
  unanswered: { reworded: string[]; dropped: string[] };
};
type Scenarios = (typeof PORT)[];

/** Update #15 in a topic of its own. */
async function edition15(scenarios: Scenarios, fields = {}) {
  desk.today(OPENING_DAY);
  const topic = await desk.topic();
  const first = await desk.briefing(topic, {
    ...{ headline: 'Ferries stay in port', edition: 'Update #15', publishedOn: OPENING_DAY, scenarios },
    ...fields,
  });
  desk.today(NEXT_DAY);
  return { topic, first, ids: first.scenarios.map(({ id }) => id!) };
}

const edition16 = (topic: string, scenarios: Scenarios, fields = {}) => ({
  ...{ topic, headline: 'An offer on the table', edition: 'Update #16', publishedOn: NEXT_DAY, scenarios },
  ...fields,
});

const send = (body: object, as: 'analyst' | 'editor' = 'editor') =>
  desk.post<BriefingReadingView>('briefings', body, as);
const sent = async (body: object, as: 'analyst' | 'editor' = 'editor') => {
  const answer = await send(body, as);
  expect([answer.status, answer.body]).toEqual([201, answer.body]);
  return answer.body;
};
const refused = async (body: object, status: number, code: string, as: 'analyst' | 'editor' = 'editor') =>
  (await desk.refuses(() => desk.post('briefings', body, as), status, code)) as Answer;
/** What the editions say of a scenario, in words. */
const standings = async (id: string, as?: 'analyst') =>
  (await desk.show({ id }, as)).editions.map(({ standing }) => standing);

describe('rule 12: the next edition', () => {
  it('answers with the differences and records nothing while one was reworded or dropped', async () => {
    const { topic, first, ids } = await edition15([PORT, BALLOT, GRAIN, BILL]);
    const body = edition16(topic, [PORT, SECOND, LIKELIER, REWORDED]);
    const answer = await refused(body, 409, 'edition_unanswered');
    const [port, ballot, grain, bill] = ids;
    expect(answer.briefingId).toBe(first.briefing.id);
    expect(answer.differences).toEqual({
      unchanged: [port],
      newProbability: [{ id: ballot, index: 2, was: 0.4, probability: 0.55 }],
      reworded: [
        {
          ...{ id: grain, index: 3, line: null, was: GRAIN.statement, statement: REWORDED.statement },
          ...{ similarity: expect.any(Number) as unknown, differs: [], suggests: 'clarified' },
          ...{ wasProbability: 0.3, probability: 0.3, deadline: '2029-06-14' },
        },
      ],
      new: [{ index: 1, ...SECOND, premise: null, line: null }],
      dropped: [{ ...BILL, id: bill, premise: null, state: 'open', deadline: '2026-09-13' }],
    });
    expect(answer.unanswered).toEqual({ reworded: [grain], dropped: [bill] });
    expect(answer.detail).toMatch(/choices.*dropped/);
  });

  it('says what may make a close wording another claim', async () => {
    const { topic } = await edition15([GRAIN]);
    const { differences } = await refused(edition16(topic, [DEARER]), 409, 'edition_unanswered');
    expect(differences.reworded).toMatchObject([
      { suggests: 'changed', differs: [{ what: 'number', was: '20', now: '40' }] },
    ]);
  });

  it('takes the choices: a revision, a clarified wording, a scenario dropped, a new one', async () => {
    const { topic, first, ids } = await edition15([PORT, BALLOT, GRAIN, BILL]);
    const [port, ballot, grain, bill] = ids as [string, string, string, string];
    const reading = await sent({
      ...edition16(topic, [PORT, SECOND, LIKELIER, REWORDED]),
      choices: [{ scenario: grain, as: 'clarified' }],
      dropped: [{ scenario: bill, why: 'The session has ended.' }],
    });
    expect(reading.follows).toBe(first.briefing.id);
    const second = reading.scenarios[1]!.id!;
    expect(reading.scenarios.map(({ id }) => id)).toEqual([port, second, ballot, grain]);

    expect(await standings(port)).toEqual(['unchanged']);
    expect((await desk.show({ id: port })).forecasts).toHaveLength(1);

    const revised = await desk.show({ id: ballot });
    expect(revised.forecasts.map(({ probability, archival }) => [probability, archival])).toEqual([
      [0.4, false],
      [0.55, false],
    ]);
    expect(revised.editions).toMatchObject([{ standing: 'revised', edition: 'Update #16' }]);

    const clarified = await desk.show({ id: grain });
    expect(clarified).toMatchObject({
      ...{ statement: GRAIN.statement, testability: 'untested' },
      criteria: { change: 'clarified', text: expect.stringContaining(REWORDED.statement) as unknown },
      editions: [{ standing: 'clarified', statement: REWORDED.statement }],
    });
    expect(clarified.forecasts).toHaveLength(1);

    expect(await desk.show({ id: bill })).toMatchObject({
      state: 'open',
      editions: [{ standing: 'dropped', why: 'The session has ended.', statement: null }],
    });
    expect(await desk.show({ id: second })).toMatchObject({
      ...{ openedOn: NEXT_DAY, briefingId: reading.briefing.id, editions: [{ standing: 'new' }] },
    });
    expect(await desk.read<BriefingView>(`briefings/${reading.briefing.id!}`)).toMatchObject({
      follows: first.briefing.id,
      scenarios: [port, second, ballot, grain],
    });
  });

  it('links a new scenario to the one whose place it takes, which stays open', async () => {
    const { topic, ids } = await edition15([GRAIN]);
    const choices = [{ scenario: ids[0], as: 'changed' }];
    const { scenarios } = await sent({ ...edition16(topic, [DEARER]), choices });
    const successor = scenarios[0]!.id!;
    expect(await desk.show({ id: ids[0]! })).toMatchObject({
      ...{ state: 'open', editions: [{ standing: 'changed', successor, statement: null }] },
    });
    expect(await desk.show({ id: successor })).toMatchObject({
      ...{ statement: DEARER.statement, editions: [{ standing: 'new', replaces: ids[0] }] },
    });
  });

  it.each([
    ['revision', ['revised'], 2],
    ['clarified', ['clarified'], 2],
    ['changed', ['changed'], 1],
    ['new', ['dropped'], 1],
  ])('keeps a reworded scenario with another probability as %s', async (as, expected, forecasts) => {
    const { topic, ids } = await edition15([GRAIN]);
    const scenarios = [{ ...REWORDED, probability: 0.35 }];
    await sent({ ...edition16(topic, scenarios), choices: [{ scenario: ids[0], as }] });
    expect(await standings(ids[0]!)).toEqual(expected);
    expect((await desk.show({ id: ids[0]! })).forecasts).toHaveLength(forecasts);
    expect(await desk.listed(`topic=${topic}`)).toHaveLength(forecasts === 2 ? 1 : 2);
  });

  it('is recorded as it is where nothing has to be chosen, and answers with the differences', async () => {
    const { topic, ids } = await edition15([PORT, BALLOT]);
    const { differences, scenarios } = await sent(edition16(topic, [LIKELIER, PORT, SECOND]), 'analyst');
    expect(differences).toMatchObject({ unchanged: [ids[0]], newProbability: [{ id: ids[1] }] });
    expect(scenarios.slice(0, 2).map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(await desk.listed(`topic=${topic}`)).toHaveLength(3);
  });

  it('sent again, is recognised with all its scenarios, and nothing is doubled', async () => {
    const { topic } = await edition15([PORT, BALLOT]);
    const body = edition16(topic, [LIKELIER, PORT, SECOND]);
    const once = await sent(body);
    const before = await desk.rows();
    const { status, body: again } = await send(body);
    expect([status, again.recognised]).toEqual([200, true]);
    expect(again.scenarios).toEqual(once.scenarios);
    expect(await desk.rows()).toEqual(before);
  });

  it('sent ten times at once, is recorded once', async () => {
    const { topic, ids } = await edition15([PORT, BALLOT]);
    const body = edition16(topic, [LIKELIER, PORT]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect((await desk.show({ id: ids[1]! })).forecasts).toHaveLength(2);
    expect(await standings(ids[0]!)).toEqual(['unchanged']);
  });

  it('is held against the edition before it, in its words: what was dropped is not asked for again', async () => {
    const { topic, ids } = await edition15([GRAIN, BILL]);
    await sent({
      ...edition16(topic, [REWORDED]),
      choices: [{ scenario: ids[0], as: 'clarified' }],
      dropped: [{ scenario: ids[1] }],
    });
    const third = { edition: 'Update #17', headline: 'Quiet on the quays' };
    const { differences } = await sent(edition16(topic, [REWORDED], third));
    expect(differences).toEqual({
      unchanged: [ids[0]],
      newProbability: [],
      reworded: [],
      new: [],
      dropped: [],
    });
    expect(await standings(ids[0]!)).toEqual(['clarified', 'unchanged']);
    const { editions } = await desk.show({ id: ids[1]! });
    expect(editions).toMatchObject([{ standing: 'dropped', why: null }]);
  });

  it('leaves what counts and what is derived right', async () => {
    const { topic, ids } = await edition15([GRAIN, BALLOT]);
    const choices = [{ scenario: ids[0], as: 'changed' }];
    await sent({ ...edition16(topic, [DEARER, LIKELIER]), choices });
    expect(await desk.figures(topic)).toMatchObject({ open: 3, n: 0 });
    expect((await desk.app.service(TallyAudit).verify()).named).toEqual([]);
  });
});

describe('rule 12: what is the next edition', () => {
  const later = { edition: null, headline: 'Ferries still stay in port' };

  it.each<[string, object, boolean]>([
    ['a later number in the series, with a scenario in common', {}, true],
    ['a later day and a similar headline', later, true],
    ['a similar headline of the same day', { ...later, publishedOn: OPENING_DAY }, false],
    ['a later day and another headline', { edition: null, headline: 'Quiet on the quays' }, false],
    ['an earlier number', { edition: 'Update #14' }, false],
    ['a number in another series', { edition: 'Bulletin 16' }, false],
    ['a later number with nothing in common', { scenarios: [SECOND] }, false],
    ['what its sender says is none', { follows: null }, false],
  ])('%s', async (_, fields, expected) => {
    const { topic, first } = await edition15([PORT]);
    const reading = await sent(edition16(topic, [PORT], fields));
    expect(reading.follows).toBe(expected ? first.briefing.id : undefined);
    expect(await desk.listed(`topic=${topic}`)).toHaveLength(expected ? 1 : 2);
  });

  it('is not guessed by its number alone: what stands apart says so', async () => {
    const { topic, first } = await edition15([PORT]);
    const { warnings } = await sent(edition16(topic, [SECOND]));
    const message = expect.stringContaining(first.briefing.id!) as unknown;
    expect(warnings).toEqual([{ code: 'edition_apart', message }]);
  });

  it('is what its sender says it follows', async () => {
    const { topic, first, ids } = await edition15([PORT]);
    const other = { edition: null, headline: 'Quiet on the quays', follows: first.briefing.id };
    const { follows } = await sent(edition16(topic, [PORT], other));
    expect([follows, await standings(ids[0]!)]).toEqual([first.briefing.id, ['unchanged']]);
    const elsewhere = await desk.topic();
    await refused(edition16(elsewhere, [PORT], other), 422, 'choice_unknown');
  });
});

describe('rule 12: another text of the same briefing', () => {
  const again = (topic: string, scenarios: Scenarios, fields = {}) =>
    edition16(topic, scenarios, {
      ...{ headline: 'Ferries stay in port', edition: 'Update #15', publishedOn: OPENING_DAY },
      ...fields,
    });

  it('answers with the differences, and is recorded as a further version when told to', async () => {
    const { topic, first, ids } = await edition15([PORT, BALLOT]);
    const changed = again(topic, [PORT, BALLOT], { takeaway: 'Wait for the ballot.' });
    const { differences, detail } = await refused(changed, 409, 'briefing_changed');
    expect([differences.unchanged, detail]).toEqual([ids, expect.stringContaining('`choices`: []')]);
    const { changes, briefing, scenarios } = await sent({ ...changed, choices: [] });
    expect([changes, briefing.id]).toEqual([first.briefing.id, first.briefing.id]);
    expect(scenarios.map(({ id }) => id)).toEqual(ids);
    expect(await desk.read(`briefings/${briefing.id!}`)).toMatchObject({
      ...{ version: 2, takeaway: 'Wait for the ballot.', scenarios: ids, follows: null },
    });
    for (const text of [again(topic, [PORT, BALLOT]), changed])
      expect(await send(text)).toMatchObject({ status: 200, body: { recognised: true } });
  });

  it('is held against what the briefing gave, whatever its forecaster has said since', async () => {
    const { topic, ids } = await edition15([PORT]);
    await desk.forecast({ id: ids[0]! }, { probability: 0.9 });
    const { differences } = await refused(
      again(topic, [PORT], { takeaway: 'Wait.' }),
      409,
      'briefing_changed',
    );
    expect(differences).toMatchObject({ unchanged: ids, newProbability: [] });
  });
});

describe('rule 12: who says what', () => {
  it('lets an analyst say why one was dropped, and an editor alone what became of a reworded one', async () => {
    const { topic, ids } = await edition15([GRAIN, BILL]);
    const dropped = [{ scenario: ids[1], why: 'The session has ended.' }];
    const choices = [{ scenario: ids[0], as: 'clarified' }];
    const body = { ...edition16(topic, [REWORDED]), dropped };
    await refused({ ...body, choices }, 403, 'choice_reserved', 'analyst');
    await refused(body, 409, 'edition_unanswered', 'analyst');
    await sent({ ...edition16(topic, [GRAIN]), dropped }, 'analyst');
    expect(await standings(ids[1]!)).toEqual(['dropped']);
  });

  it('refuses answers that fit nothing', async () => {
    const { topic, ids } = await edition15([GRAIN, BILL]);
    const [grain, bill] = ids;
    const body = edition16(topic, [REWORDED]);
    const answers: object[] = [
      { choices: [{ scenario: NOWHERE, as: 'clarified' }] },
      { choices: [{ scenario: bill, as: 'clarified' }] },
      { choices: [{ scenario: grain, as: 'clarified', index: 1 }] },
      { choices: [grain, grain].map((scenario) => ({ scenario, as: 'clarified' })) },
      { choices: [{ scenario: grain, as: 'clarified' }], dropped: [{ scenario: grain }] },
    ];
    for (const answer of answers) await refused({ ...body, ...answer }, 422, 'choice_unknown');
  });

  it('lets an editor put a statement to another scenario than proposed', async () => {
    const { topic, ids } = await edition15([GRAIN, BILL]);
    const statement = 'The deputies vote the law on the quays through.';
    const body = edition16(topic, [GRAIN, { ...BILL, statement }]);
    const { differences } = await refused(body, 409, 'edition_unanswered');
    expect([differences.new.length, differences.dropped.length]).toEqual([1, 1]);
    await sent({ ...body, choices: [{ scenario: ids[1], as: 'clarified', index: 1 }] });
    expect((await desk.show({ id: ids[1]! })).editions).toMatchObject([{ standing: 'clarified', statement }]);
  });
});

describe('rule 12, with the other rules', () => {
  it('2: a revision through an edition that was taken down late is archival', async () => {
    const { topic, ids } = await edition15([BALLOT]);
    desk.today('2026-06-25');
    await sent(edition16(topic, [LIKELIER]));
    const { forecasts } = await desk.show({ id: ids[0]! });
    expect(forecasts.map(({ archival, statedAt }) => [archival, statedAt.slice(0, 10)])).toEqual([
      [false, OPENING_DAY],
      [true, NEXT_DAY],
    ]);
  });

  it('2: what is judged takes no forecast, and is not missed', async () => {
    const { topic, ids } = await edition15([PORT, BALLOT]);
    const event = await desk.event(topic);
    for (const id of ids) await desk.occurred({ id }, event);
    const reading = await sent(edition16(topic, [LIKELIER, SECOND]));
    expect(reading.refused).toMatchObject([
      { text: BALLOT.statement, reason: expect.stringContaining('resolved') as unknown },
    ]);
    expect((await desk.show({ id: ids[1]! })).forecasts).toHaveLength(1);
    expect([await standings(ids[0]!), await standings(ids[1]!)]).toEqual([[], ['revised']]);
  });

  it('13: a hidden edition is not told of by what is public', async () => {
    const { topic, ids } = await edition15([PORT, BALLOT]);
    const hidden = { publicAt: null };
    await refused(edition16(topic, [PORT, LIKELIER], hidden), 409, 'edition_not_public');
    const before = await desk.call('GET', `scenarios/${ids[0]!}`);
    const { briefing } = await sent(edition16(topic, [PORT, BALLOT], hidden));
    const after = await desk.call('GET', `scenarios/${ids[0]!}`);
    expect([after.body, after.headers['etag']]).toEqual([before.body, before.headers['etag']]);
    expect([await standings(ids[0]!), await standings(ids[0]!, 'analyst')]).toEqual([[], ['unchanged']]);
    await desk.publish('briefings', { id: briefing.id! }, null);
    expect(await standings(ids[0]!)).toEqual([]);
  });

  it('13: what took the place of a public scenario is not named while it is hidden', async () => {
    const { topic, ids } = await edition15([GRAIN]);
    const choices = [{ scenario: ids[0], as: 'changed' }];
    const { briefing, scenarios } = await sent({ ...edition16(topic, [DEARER]), choices });
    await desk.publish('scenarios', { id: scenarios[0]!.id! }, null);
    expect((await desk.show({ id: ids[0]! })).editions).toMatchObject([
      { standing: 'changed', successor: null },
    ]);
    await desk.publish('briefings', { id: briefing.id! }, null);
    expect((await desk.show({ id: ids[0]! })).editions).toEqual([]);
  });
});
