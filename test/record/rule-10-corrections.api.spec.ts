import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BriefingListItem, BriefingView } from '../../src/briefings/briefing.dto.js';
import type { Page } from '../../src/http/paging.js';
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

const slip = (field: string, value: unknown) => ({ field, value, proof: 'The printed page says so.' });

describe('rule 10: a correction', () => {
  it('leaves both judgements on record, and the later one counts', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-07-05');
    const wrong = await desk.resolve(scenario, { outcome: 'not_occurred', reason: 'Nothing was seen.' });
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.49 });
    const right = await desk.occurred(scenario, await desk.event(topic), {
      ...{ supersedes: wrong.id, reason: 'It was overlooked.' },
    });
    expect((await desk.show(scenario)).resolutions).toEqual([
      { ...wrong, superseded: true, resolvedBy: 'an editor' },
      expect.objectContaining({
        id: right.id,
        supersedes: wrong.id,
        superseded: false,
        reason: 'It was overlooked.',
      }),
    ]);
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.09 });
  });

  it('may reopen; what is open again is no longer scored, and takes forecasts', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    const first = await desk.occurred(scenario, await desk.event(topic));
    await desk.resolve(scenario, { outcome: 'reopened', supersedes: first.id, reason: 'Too early.' });
    expect(await desk.show(scenario)).toMatchObject({ state: 'open', outcome: null, outcomeOn: null });
    expect(await desk.figures(topic)).toMatchObject({ n: 0, open: 1 });
    await desk.forecast(scenario, { probability: 0.2 });
    expect((await desk.show(scenario)).resolutions).toHaveLength(2);
  });

  it('of what is open already is refused', async () => {
    const scenario = await desk.scenario(topic);
    await desk.refuses(
      () => desk.post(`scenarios/${scenario.id}/resolutions`, { outcome: 'reopened', reason: 'Hm.' }),
      409,
      'nothing_to_reopen',
    );
  });
});

describe('rule 10: a withdrawal before the outcome', () => {
  it('leaves the first forecast counted and says so beside n; the last is not', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-16');
    const withdrawn = await desk.withdraw(scenario, { reason: 'No longer sure.' });
    expect(withdrawn).toMatchObject({ probability: 0.7, withdrawn: { reason: 'No longer sure.' } });
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.09, withdrawn: 1 });
    expect(await desk.figures(topic, '&vantage=last')).toMatchObject({ n: 0, brierScore: null });
    expect(await desk.figures(topic, '&vantage=timeWeighted')).toMatchObject({ n: 1, withdrawn: 1 });
    expect((await desk.show(scenario)).forecasts).toMatchObject([{ probability: 0.7, withdrawn: {} }]);
  });

  it('may be followed by another forecast, which is then the last', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-16');
    await desk.withdraw(scenario);
    desk.today('2026-06-17');
    await desk.forecast(scenario, { probability: 0.9 });
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.09, withdrawn: 0 });
    expect((await desk.figures(topic, '&vantage=last')).brierScore).toBeCloseTo(0.01, 12);
  });

  it('is refused where nothing stands, or the scenario is resolved', async () => {
    const scenario = await desk.scenario(topic);
    const withdraw = (body: object) => () =>
      desk.post(`scenarios/${scenario.id}/withdrawals`, body, 'analyst');
    await desk.refuses(withdraw({ forecaster: 'Ana' }), 409, 'nothing_to_withdraw');
    await desk.withdraw(scenario);
    await desk.refuses(withdraw({}), 409, 'nothing_to_withdraw');
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    await desk.refuses(withdraw({}), 409, 'scenario_not_open');
  });
});

describe('rule 10: an erratum of a probability', () => {
  it('changes what counts at once, and shows both', async () => {
    const scenario = await desk.scenario(topic, { probability: 0.28 });
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    expect((await desk.figures(topic)).brierScore).toBeCloseTo(0.72 ** 2, 12);
    const [forecast] = (await desk.show(scenario)).forecasts;
    const erratum = await desk.erratum('forecasts', forecast!, 'probability', 0.82);
    expect(erratum).toMatchObject({ field: 'probability', was: '0.28', became: '0.82' });
    expect((await desk.figures(topic)).brierScore).toBeCloseTo(0.18 ** 2, 12);
    expect((await desk.show(scenario)).forecasts).toMatchObject([
      { probability: 0.82, errata: [{ was: '0.28', became: '0.82', proof: 'The notes of that day.' }] },
    ]);
    expect(await desk.sql(`SELECT "probabilityBp" FROM "forecast" WHERE "id" = '${forecast!.id}'`)).toEqual([
      { probabilityBp: 2800 },
    ]);
  });

  it('may itself be corrected: the latest counts, all are shown', async () => {
    const scenario = await desk.scenario(topic);
    const [forecast] = (await desk.show(scenario)).forecasts;
    await desk.erratum('forecasts', forecast!, 'probability', 0.8);
    await desk.erratum('forecasts', forecast!, 'probability', 0.75);
    expect((await desk.show(scenario)).forecasts).toMatchObject([
      {
        probability: 0.75,
        errata: [
          { was: '0.7', became: '0.8' },
          { was: '0.8', became: '0.75' },
        ],
      },
    ]);
  });

  it.each<[string, number, string, object]>([
    ['to what is no probability', 422, 'probability_invalid', slip('probability', 1.5)],
    ['to what stands there', 422, 'validation_failed', slip('probability', 0.7)],
    ['without its proof', 422, 'validation_failed', { field: 'probability', value: 0.8 }],
    ['of the day of a live forecast', 422, 'erratum_not_allowed', slip('statedAt', '2026-06-14T00:00:00Z')],
    ['of who said it', 422, 'erratum_not_allowed', slip('forecaster', 'ana')],
  ])('is refused %s', async (_, status, code, body) => {
    const [forecast] = (await desk.show(await desk.scenario(topic))).forecasts;
    await desk.refuses(() => desk.post(`forecasts/${forecast!.id}/errata`, body), status, code);
  });
});

describe('rule 10: an erratum of a scenario', () => {
  it.each([
    ['kind', 'opportunity'],
    ['term', 'long'],
  ] as const)('in its %s moves its figures', async (field, became) => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    const was = scenario[field];
    expect(await desk.figures(topic, `&${field}=${was}`)).toMatchObject({ n: 1, brierScore: 0.09 });
    await desk.erratum('scenarios', scenario, field, became);
    expect(await desk.figures(topic, `&${field}=${was}`)).toMatchObject({ n: 0, brierScore: null });
    expect(await desk.figures(topic, `&${field}=${became}`)).toMatchObject({ n: 1, brierScore: 0.09 });
    expect(await desk.show(scenario)).toMatchObject({ [field]: became, errata: [{ field, was, became }] });
  });

  it('in its topic moves its figures', async () => {
    const other = await desk.topic();
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    await desk.occurred(scenario, await desk.event(topic));
    await desk.erratum('scenarios', scenario, 'topic', other);
    expect(await desk.figures(topic)).toMatchObject({ n: 0, brierScore: null });
    expect(await desk.figures(other)).toMatchObject({ n: 1, brierScore: 0.09 });
  });

  it('in its term leaves its deadline where it was', async () => {
    const scenario = await desk.scenario(topic);
    await desk.erratum('scenarios', scenario, 'term', 'long');
    expect((await desk.show(scenario)).deadline).toBe('2026-07-01');
  });

  it('in its statement keeps the slip beside it, and is found by its new words', async () => {
    const scenario = await desk.scenario(topic, { statement: 'The prot closes.' });
    await desk.erratum('scenarios', scenario, 'statement', 'The port closes.');
    expect(await desk.show(scenario)).toMatchObject({
      statement: 'The port closes.',
      errata: [{ field: 'statement', was: 'The prot closes.', became: 'The port closes.' }],
    });
    expect(await desk.listed(`topic=${topic}&q=port`)).toEqual([scenario.id]);
  });

  it.each(['deadline', 'probability', 'openedOn', 'zone', 'id', 'state'])(
    'in its %s there is none',
    async (field) => {
      const scenario = await desk.scenario(topic);
      const body = slip(field, field === 'probability' ? 0.9 : '2026-12-31');
      await desk.refuses(
        () => desk.post(`scenarios/${scenario.id}/errata`, body),
        422,
        'erratum_not_allowed',
      );
    },
  );

  it.each<[string, string, object]>([
    ['a kind that is none', 'validation_failed', slip('kind', 'omen')],
    ['a topic that is not there', 'topic_unknown', slip('topic', 'nowhere')],
    ['what stands there', 'validation_failed', slip('kind', 'risk')],
    ['a number', 'validation_failed', slip('statement', 7)],
    ['a text with a bell in it', 'validation_failed', slip('statement', 'The port\u0007 closes.')],
  ])('cannot become %s', async (_, code, body) => {
    const scenario = await desk.scenario(topic);
    await desk.refuses(() => desk.post(`scenarios/${scenario.id}/errata`, body), 422, code);
  });
});

describe('rule 10: an erratum of a briefing', () => {
  it('is what its headline says wherever it is listed', async () => {
    const { briefing } = await desk.briefing(topic, { headline: 'The prot closes' });
    await desk.erratum('briefings', { id: briefing.id! }, 'headline', 'The port closes');
    const { items } = await desk.read<Page<BriefingListItem>>(`briefings?topic=${topic}`);
    const shown = await desk.read<BriefingView>(`briefings/${briefing.id}`);
    expect([items[0]!.headline, shown.headline]).toEqual(['The port closes', 'The port closes']);
  });
});
