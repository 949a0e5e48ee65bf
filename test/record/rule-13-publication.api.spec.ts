import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/database/ids.js';
import type { Report } from '../../src/calibration/index.js';
import type { BriefingView } from '../../src/briefings/briefing.dto.js';
import type { BriefingReadingView } from '../../src/forecasts/forecast.dto.js';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import type { Page } from '../../src/http/paging.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

const NOW = `${OPENING_DAY}T12:00:00.000Z`;
const LATER = '2026-06-16T09:00:00Z';
/** A millisecond before the clock. */
const justBefore = () => new Date(desk.app.clock.now().getTime() - 1).toISOString();

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

/** Something of each kind that has a `publicAt`: where it is found, and in which list. */
const KINDS: Record<string, (topic: string, fields: Record<string, unknown>) => Promise<string>> = {
  scenarios: async (of, fields) => (await desk.scenario(of, fields)).id,
  briefings: async (of, fields) => (await desk.briefing(of, fields)).briefing.id!,
  events: async (of, fields) => (await desk.event(of, { occurredOn: OPENING_DAY, ...fields })).id,
};
const kinds = Object.keys(KINDS);

const status = async (path: string, as?: 'analyst') =>
  (await desk.call('GET', path, as ? { as } : {})).status;

/** Whether a reader finds it at its address, and in its list: always both or neither. */
async function isPublic(kind: string, id: string): Promise<boolean> {
  const { items } = await desk.read<Page<{ id: string }>>(`${kind}?limit=200`);
  const listed = items.some((item) => item.id === id);
  expect(await status(`${kind}/${id}`)).toBe(listed ? 200 : 404);
  expect(await status(`${kind}/${id}`, 'analyst')).toBe(200);
  return listed;
}

describe.each(kinds)('rule 13: of %s', (kind) => {
  it('what says nothing of it is public at once, where the topic says nothing', async () => {
    const id = await KINDS[kind]!(topic, {});
    expect(await isPublic(kind, id)).toBe(true);
    expect(await desk.read(`${kind}/${id}`)).toMatchObject({ publicAt: NOW });
  });

  it('what says nothing of it stays with the desk, where the topic does', async () => {
    const id = await KINDS[kind]!(await desk.topic({ publishes: 'desk' }), {});
    expect(await isPublic(kind, id)).toBe(false);
    expect(await desk.read(`${kind}/${id}`, 'analyst')).toMatchObject({ publicAt: null });
  });

  it('publicAt null stays with the desk', async () => {
    expect(await isPublic(kind, await KINDS[kind]!(topic, { publicAt: null }))).toBe(false);
  });

  it('publicAt now is public, also in a topic of the desk, for an editor; one that has passed is refused', async () => {
    const of = await desk.topic({ publishes: 'desk' });
    const id = await KINDS[kind]!(of, { publicAt: 'now' });
    expect(await isPublic(kind, id)).toBe(true);
    expect(await desk.read(`${kind}/${id}`)).toMatchObject({ publicAt: desk.app.clock.now().toISOString() });
    for (const publicAt of ['2020-01-01T00:00:00Z', justBefore()])
      await desk.refuses(
        () => desk.post(`${kind}/${id}/publications`, { publicAt }),
        422,
        'publication_in_past',
      );
  });

  it('publicAt in the future is an embargo, which ends by the clock, to the millisecond', async () => {
    const id = await KINDS[kind]!(topic, { publicAt: LATER });
    for (const [instant, expected] of [
      [NOW, false],
      ['2026-06-16T08:59:59.999Z', false],
      ['2026-06-16T09:00:00.000Z', true],
      ['2026-06-16T09:00:00.001Z', true],
    ] as const) {
      desk.app.clock.moveTo(instant);
      expect([instant, await isPublic(kind, id)]).toEqual([instant, expected]);
    }
    expect(await desk.read(`${kind}/${id}`)).toMatchObject({ publicAt: '2026-06-16T09:00:00.000Z' });
  });

  it('an editor publishes, holds back and puts under embargo; each decision is on record', async () => {
    const id = await KINDS[kind]!(topic, {});
    for (const [publicAt, expected] of [
      [null, false],
      [LATER, false],
      ['now', true],
    ] as const) {
      await desk.publish(kind, { id }, publicAt);
      expect([publicAt, await isPublic(kind, id)]).toEqual([publicAt, expected]);
    }
    const decided = await desk.sql(`SELECT "publicAt" FROM "publication" WHERE "subjectId" = '${id}'`);
    expect(decided).toHaveLength(3);
  });

  it('what is hidden is answered as what is not there: 404, never 403', async () => {
    const id = await KINDS[kind]!(topic, { publicAt: null });
    const unknown = newId();
    const [hidden, nothing] = [
      await desk.call('GET', `${kind}/${id}`),
      await desk.call('GET', `${kind}/${unknown}`),
    ];
    expect(hidden).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const without = ({ body }: typeof hidden, its: string) => ({
      ...body,
      detail: body.detail.replace(its, '…'),
      requestId: '',
    });
    expect(without(hidden, id)).toEqual(without(nothing, unknown));
  });

  it.each<[unknown]>([['tomorrow'], ['2026-06-16'], [''], [0], [true], ['2026-06-16T09:00:00+02:00']])(
    'publicAt %j is refused',
    async (publicAt) => {
      const id = await KINDS[kind]!(topic, {});
      await desk.refuses(
        () => desk.post(`${kind}/${id}/publications`, { publicAt }),
        422,
        'validation_failed',
      );
    },
  );
});

/** What is sent to log one of each kind, as an analyst or an editor. */
const BODIES: Record<string, (topic: string) => object> = {
  scenarios: (of) => ({
    ...{ topic: of, kind: 'risk', term: 'short', statement: 'It breaks.', probability: 0.4 },
  }),
  briefings: (of) => ({
    ...{ topic: of, headline: `News ${newId()}`, publishedOn: OPENING_DAY },
    scenarios: [{ kind: 'risk', term: 'short', probability: 0.4, statement: 'It breaks.' }],
  }),
  events: (of) => ({ topic: of, headline: 'It broke', occurredOn: OPENING_DAY, sources: [] }),
};

describe('rule 13: who logs something chooses from when it is public', () => {
  it.each(kinds)('of %s, no earlier than its topic for an analyst, and never in the past', async (kind) => {
    const of = { at_once: topic, desk: await desk.topic({ publishes: 'desk' }) };
    const PAST = 'publication_in_past';
    const OWN = 'publication_reserved';
    for (const [who, publishes, publicAt, expected] of [
      ...(['analyst', 'editor', 'administrator'] as const).flatMap((as) =>
        (['at_once', 'desk'] as const).flatMap((publishing) => [
          [as, publishing, undefined, 201] as const,
          [as, publishing, null, 201] as const,
          [as, publishing, '2020-01-01T00:00:00Z', PAST] as const,
          [as, publishing, justBefore(), PAST] as const,
        ]),
      ),
      ...(['now', NOW, LATER] as const).flatMap((publicAt) => [
        ['analyst', 'at_once', publicAt, 201] as const,
        ['analyst', 'desk', publicAt, OWN] as const,
        ['editor', 'at_once', publicAt, 201] as const,
        ['editor', 'desk', publicAt, 201] as const,
      ]),
    ] as const) {
      const body = { ...BODIES[kind]!(of[publishes]), ...(publicAt !== undefined && { publicAt }) };
      const answer = await desk.post(kind, body, who);
      const got = answer.status === 201 ? 201 : answer.body.code;
      expect([who, publishes, publicAt, got]).toEqual([who, publishes, publicAt, expected]);
      if (expected === OWN) expect(answer.status).toBe(403);
      if (expected === PAST) expect(answer.status).toBe(422);
    }
  });

  it('also where a briefing is handed on, or begins a topic', async () => {
    const of = await desk.topic({ publishes: 'desk' });
    const handOn = (publicAt: string, briefing: object) => () =>
      desk.post('handovers', { briefing: { ...briefing, publicAt } }, 'analyst');
    const sent = BODIES['briefings']!(of);
    await desk.refuses(handOn(LATER, sent), 403, 'publication_reserved');
    await desk.refuses(handOn(justBefore(), BODIES['briefings']!(topic)), 422, 'publication_in_past');
    const begun = { ...BODIES['briefings']!('A new story'), publicAt: LATER };
    expect((await desk.post('briefings', begun, 'analyst')).status).toBe(201);
    expect(await status('topics/a-new-story')).toBe(404);
    await desk.refuses(
      () => desk.post('briefings', { ...begun, headline: 'Another' }, 'analyst'),
      403,
      'publication_reserved',
    );
  });

  it('and another text of a published briefing: from now on, and from a topic of the desk by an editor', async () => {
    for (const publishes of ['at_once', 'desk']) {
      const of = await desk.topic({ publishes });
      const sent = { ...BODIES['briefings']!(of), choices: [] };
      const { briefing } = (await desk.post<BriefingReadingView>('briefings', sent, 'analyst')).body;
      if (publishes === 'desk') await desk.publish('briefings', { id: briefing.id! }, 'now');
      desk.app.clock.moveTo(`${OPENING_DAY}T13:00:00.000Z`);
      const more = [{ kind: 'risk', term: 'long', probability: 0.2, statement: 'The bridge falls.' }];
      const again = {
        ...sent,
        dropped: [],
        scenarios: [...(sent as { scenarios?: [] }).scenarios!, ...more],
      };
      if (publishes === 'desk')
        await desk.refuses(() => desk.post('briefings', again, 'analyst'), 403, 'publication_reserved');
      const { status: code, body } = await desk.post<BriefingReadingView>('briefings', again, 'editor');
      expect([publishes, code]).toEqual([publishes, 201]);
      const fresh = { id: body.scenarios.at(-1)!.id! };
      expect(await desk.show(fresh)).toMatchObject({ publicAt: `${OPENING_DAY}T13:00:00.000Z` });
      desk.today(OPENING_DAY);
    }
  });
});

describe('rule 13: a topic that keeps to the desk', () => {
  it('is not shown by what is moved out of it, nor by what is moved into it', async () => {
    const secret = await desk.topic({ publishes: 'desk', title: 'Canary talks' });
    const scenario = await desk.scenario(secret);
    await desk.erratum('scenarios', scenario, 'topic', topic);
    await desk.publish('scenarios', scenario, 'now');
    const { errata } = await desk.show(scenario);
    expect(errata).toMatchObject([{ field: 'topic', was: null, became: topic }]);
    expect((await desk.show(scenario, 'analyst')).errata).toMatchObject([{ was: secret }]);
    for (const path of [`/scenarios/${scenario.id}`, `/feeds/topics/${topic}.json`, '/feeds/site.atom'])
      expect(JSON.stringify((await desk.call('GET', path)).body)).not.toMatch(/canary/i);
    const back = { field: 'topic', value: secret, proof: 'Notes.' };
    await desk.refuses(() => desk.post(`scenarios/${scenario.id}/errata`, back), 409, 'topic_private');
    expect(await status(`topics/${secret}`)).toBe(404);
  });

  it('is not shown by a briefing that takes along what was moved into it', async () => {
    const secret = await desk.topic({ publishes: 'desk' });
    const { briefing, scenarios } = await desk.briefing(topic, { publicAt: null });
    await desk.erratum('scenarios', { id: scenarios[0]!.id! }, 'topic', secret);
    const publish = () => desk.post(`briefings/${briefing.id}/publications`, { publicAt: LATER });
    await desk.refuses(publish, 409, 'topic_private');
    await desk.publish('scenarios', { id: scenarios[0]!.id! }, 'now');
    expect((await publish()).status).toBe(201);
  });
});

describe('rule 13: a briefing', () => {
  it('takes its scenarios along', async () => {
    const { briefing, scenarios } = await desk.briefing(topic, { publicAt: null });
    expect(await isPublic('scenarios', scenarios[0]!.id!)).toBe(false);
    const before = (await desk.show({ id: scenarios[0]!.id! }, 'analyst')).version;
    await desk.publish('briefings', { id: briefing.id! }, 'now');
    expect(await isPublic('scenarios', scenarios[0]!.id!)).toBe(true);
    expect((await desk.show({ id: scenarios[0]!.id! })).version).toBe(before + 1);
  });

  it('does not name a scenario of its that is held back, nor is named by one that is not', async () => {
    const { briefing, scenarios } = await desk.briefing(topic);
    const [id, scenario] = [briefing.id!, { id: scenarios[0]!.id! }];
    expect((await desk.read<BriefingView>(`briefings/${id}`)).scenarios).toEqual([scenario.id]);
    expect((await desk.show(scenario)).briefingId).toBe(id);
    await desk.publish('scenarios', scenario, null);
    expect((await desk.read<BriefingView>(`briefings/${id}`)).scenarios).toEqual([]);
    await desk.publish('briefings', { id }, null);
    await desk.publish('scenarios', scenario, 'now');
    expect((await desk.show(scenario)).briefingId).toBeNull();
    expect((await desk.show(scenario, 'analyst')).briefingId).toBe(id);
  });
});

describe('rule 13: a public scenario', () => {
  it('does not name the events under embargo that it rests on, until they are public', async () => {
    const scenario = await desk.scenario(topic, { premise: 'If the talks fail' });
    desk.today('2026-06-20');
    const hidden = await desk.event(topic, { publicAt: '2026-06-21T00:00:00Z' });
    await desk.occurred(scenario, hidden, { premiseEvidence: [hidden.id] });
    expect(await desk.show(scenario)).toMatchObject({
      evidence: [],
      resolutions: [{ evidence: [], premiseEvidence: [] }],
    });
    const shown = {
      evidence: [{}, {}],
      resolutions: [{ evidence: [hidden.id], premiseEvidence: [hidden.id] }],
    };
    expect(await desk.show(scenario, 'analyst')).toMatchObject(shown);
    desk.today('2026-06-21');
    expect(await desk.show(scenario)).toMatchObject(shown);
  });

  it('does not name the hidden scenario that it duplicates', async () => {
    const [hidden, scenario] = [await desk.scenario(topic, { publicAt: null }), await desk.scenario(topic)];
    await desk.resolve(scenario, { outcome: 'annulled', annulment: 'duplicate', duplicateOf: hidden.id });
    expect((await desk.show(scenario)).resolutions).toMatchObject([
      { annulment: 'duplicate', duplicateOf: null },
    ]);
    expect((await desk.show(scenario, 'analyst')).resolutions).toMatchObject([{ duplicateOf: hidden.id }]);
  });
});

describe('rule 13: what was logged under embargo', () => {
  it('counts as live once it is public, and for readers not before', async () => {
    const scenario = await desk.scenario(topic, { publicAt: '2026-06-25T00:00:00Z' });
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    expect(await desk.report(topic)).toMatchObject({ n: 0, open: 0, annulled: 0 });
    expect(await desk.report(topic, '', 'analyst')).toMatchObject({ n: 1, brierScore: 0.09 });
    desk.today('2026-06-26');
    expect(await desk.report(topic, '&records=live')).toMatchObject({ n: 1, brierScore: 0.09 });
    expect((await desk.show(scenario)).forecasts).toMatchObject([{ archival: false, recordedAt: NOW }]);
  });
});

describe('rule 13: a topic of the desk', () => {
  it('is 404 until something in it is public, everywhere that it can be named', async () => {
    const slug = await desk.topic({ publishes: 'desk' });
    const scenario = await desk.scenario(slug);
    const named = [`topics/${slug}`, `calibration?topic=${slug}`, `track-record?topic=${slug}`];
    for (const path of named) expect([path, await status(path)]).toEqual([path, 404]);
    expect(await desk.listed(`topic=${slug}`)).toEqual([]);
    await desk.publish('scenarios', scenario, 'now');
    for (const path of named) expect([path, await status(path)]).toEqual([path, 200]);
  });
});

describe('rule 13: a person’s track record', () => {
  const named = (slug: string) => [
    `forecasters/${slug}`,
    `calibration?forecaster=${slug}`,
    `track-record?forecaster=${slug}`,
  ];

  it('is 404 for readers until it is switched on, and again when it is switched off', async () => {
    await desk.scenario(topic, { forecaster: 'Ana Lind' });
    const forecasters = desk.app.service(ForecastersService);
    for (const on of [false, true, false]) {
      await forecasters.set('ana-lind', { public: on });
      for (const path of named('ana-lind')) {
        expect([path, on, await status(path)]).toEqual([path, on, on ? 200 : 404]);
        expect(await status(path, 'analyst')).toBe(200);
      }
      const { items } = await desk.read<Page<{ slug: string }>>('forecasters');
      expect(items.some(({ slug }) => slug === 'ana-lind')).toBe(on);
    }
  });

  it('is hidden from the day on which it is first named', async () => {
    await desk.scenario(topic, { forecaster: 'Bo Holm' });
    for (const path of named('bo-holm')) expect(await status(path)).toBe(404);
  });

  it('has no group of its own among the public groups', async () => {
    const scenario = await desk.scenario(topic, { forecaster: 'Cy Dahl' });
    await desk.forecast(scenario);
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    const keys = async (as?: 'analyst') => {
      const path = `calibration?topic=${topic}&groupBy=forecaster`;
      const { groups } = await desk.read<{ groups: { key: string; report: Report }[] }>(path, as);
      return groups.map(({ key }) => key);
    };
    expect(await keys()).toEqual(['desk']);
    expect(await keys('analyst')).toEqual(['cy-dahl', 'desk']);
  });

  it('of the desk is public', async () => {
    await desk.scenario(topic);
    for (const path of named('desk')) expect([path, await status(path)]).toEqual([path, 200]);
  });
});
