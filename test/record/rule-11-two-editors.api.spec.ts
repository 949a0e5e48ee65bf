import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ResolutionView } from '../../src/resolutions/resolution.dto.js';
import { Desk, OPENING_DAY, type ProblemBody } from './desk-builders.js';

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

const times = <T>(n: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, index) => act(index)));

/** How many answers there are of each status. */
const counts = (answers: { status: number }[]) =>
  answers.reduce<Record<number, number>>(
    (sum, { status }) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }),
    {},
  );

const conflicts = <T extends { status: number }>(answers: T[]) =>
  answers.filter(({ status }) => status === 409);

describe('rule 11: many editors at once', () => {
  it('one of 50 resolves, the others get 409 with the current state', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    const answers = await times(50, (index) =>
      desk.post<ResolutionView & ProblemBody>(`scenarios/${scenario.id}/resolutions`, {
        ...(index % 2 === 0
          ? { outcome: 'occurred', outcomeOn: '2026-06-18', evidence: [event.id] }
          : { outcome: 'annulled', annulment: 'ambiguous' }),
        reason: `Editor ${index} says so.`,
      }),
    );
    expect(counts(answers)).toEqual({ 201: 1, 409: 49 });
    const winner = answers.find(({ status }) => status === 201)!.body;
    const state = winner.outcome === 'occurred' ? 'resolved' : 'annulled';
    for (const { body } of conflicts(answers))
      expect(body).toMatchObject({
        code: 'already_resolved',
        current: { state, outcomeOn: winner.outcomeOn, resolution: { id: winner.id, reason: winner.reason } },
      });
    expect(await desk.show(scenario)).toMatchObject({ state, resolutions: [{ id: winner.id }] });
    expect((await desk.show(scenario)).resolutions).toHaveLength(1);
    expect((await desk.show(scenario)).evidence).toHaveLength(state === 'resolved' ? 1 : 0);
  });

  it('one of 20 corrections of the same resolution stands, the others get 409', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    const first = await desk.occurred(scenario, await desk.event(topic));
    const answers = await times(20, (index) =>
      desk.post<ResolutionView & ProblemBody>(`scenarios/${scenario.id}/resolutions`, {
        ...{ outcome: 'annulled', annulment: 'ambiguous', reason: `Editor ${index}.`, supersedes: first.id },
      }),
    );
    expect(counts(answers)).toEqual({ 201: 1, 409: 19 });
    const winner = answers.find(({ status }) => status === 201)!.body;
    for (const { body } of conflicts(answers))
      expect(body).toMatchObject({
        code: 'resolution_superseded',
        current: { state: 'annulled', resolution: { id: winner.id, supersedes: first.id } },
      });
    expect((await desk.show(scenario)).resolutions.map(({ id }) => id)).toEqual([first.id, winner.id]);
  });

  it('the current state that a loser is told is what it needs to correct the winner', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    const again = { outcome: 'annulled', annulment: 'ambiguous', reason: 'No.' };
    const { current } = await desk.refuses(
      () => desk.post(`scenarios/${scenario.id}/resolutions`, again),
      409,
      'already_resolved',
    );
    const headers = { 'if-match': `"${current.version}"` };
    const body = { ...again, supersedes: current.resolution!.id };
    expect((await desk.post(`scenarios/${scenario.id}/resolutions`, body, 'editor', headers)).status).toBe(
      201,
    );
  });

  it('naming a resolution where there is none is refused', async () => {
    const [scenario, other] = [await desk.scenario(topic), await desk.scenario(topic)];
    const elsewhere = await desk.resolve(other, { outcome: 'annulled', annulment: 'ambiguous' });
    const body = { outcome: 'annulled', annulment: 'ambiguous', reason: 'No.', supersedes: elsewhere.id };
    const problem = await desk.refuses(
      () => desk.post(`scenarios/${scenario.id}/resolutions`, body),
      409,
      'resolution_superseded',
    );
    expect(problem.current).toMatchObject({ state: 'open', resolution: null });
  });
});

describe('rule 11: a stale update', () => {
  const erratum = { field: 'kind', value: 'opportunity', proof: 'The page says so.' };

  it.each<[string, object]>([
    ['resolutions', { outcome: 'annulled', annulment: 'ambiguous', reason: 'No.' }],
    ['errata', erratum],
  ])('of a scenario gets 412 from %s, and goes through when it is current', async (what, body) => {
    const scenario = await desk.scenario(topic);
    await desk.forecast(scenario);
    const path = `scenarios/${scenario.id}/${what}`;
    const send = (version: number) => desk.post(path, body, 'editor', { 'if-match': `"${version}"` });
    const { version } = await desk.refuses(() => send(scenario.version), 412, 'stale_version');
    expect(version).toBe((await desk.show(scenario)).version);
    expect((await send(version)).status).toBe(201);
  });

  it('of an event or a briefing gets 412', async () => {
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    const { briefing } = await desk.briefing(topic);
    for (const [path, id] of [
      ['events', event.id],
      ['briefings', briefing.id!],
    ] as const) {
      const slip = (value: string) => ({ field: 'headline', value, proof: 'As printed.' });
      const held = { 'if-match': '"1"' };
      expect((await desk.post(`${path}/${id}/errata`, slip('A'), 'editor', held)).status).toBe(201);
      await desk.refuses(
        () => desk.post(`${path}/${id}/errata`, slip('B'), 'editor', held),
        412,
        'stale_version',
      );
    }
  });

  it('of an event is refused to all but one of 20 who held the same version', async () => {
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    const answers = await times(20, (index) =>
      desk.post(
        `events/${event.id}/errata`,
        { field: 'headline', value: `Headline ${index}`, proof: 'As printed.' },
        'editor',
        { 'if-match': '"1"' },
      ),
    );
    expect(counts(answers)).toEqual({ 201: 1, 412: 19 });
    expect(await desk.read(`events/${event.id}`)).toMatchObject({ version: 2 });
  });

  it('is recognised by a version in quotes; anything else is refused', async () => {
    const scenario = await desk.scenario(topic);
    for (const held of ['7', '"x"', '"1", "2"', '""'])
      await desk.refuses(
        () => desk.post(`scenarios/${scenario.id}/errata`, erratum, 'editor', { 'if-match': held }),
        422,
        'validation_failed',
      );
  });

  it('cannot happen to those who read the version with the record', async () => {
    const scenario = await desk.scenario(topic);
    const { headers } = await desk.call('GET', `scenarios/${scenario.id}`);
    expect(headers['etag']).toBe(`"${scenario.version}"`);
    const path = `scenarios/${scenario.id}/errata`;
    expect((await desk.post(path, erratum, 'editor', { 'if-match': headers['etag']! })).status).toBe(201);
  });
});
