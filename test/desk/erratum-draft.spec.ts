import { describe, expect, it } from '@jest/globals';
import type { Forecast } from '../../client/src/data.js';
import { meantBy, type Slip, slipsOf } from '../../client/src/desk/judging/erratum-draft.js';
import type { BlindRecord } from '../../client/src/desk/judging/record.js';

const event = {
  id: 'e',
  version: 3,
  headline: 'Hail',
  summary: null,
  occurredOn: '2026-11-01',
  attribution: null,
};
const record = {
  ...{ id: 's', version: 2, kind: 'risk', term: 'short', statement: 'It breaks.', premise: null },
  ...{ topic: { slug: 'energy', title: 'Energy' }, evidence: [{ event }, { event }] },
  criteriaVersions: [{ version: 1, change: 'initial' }],
} as unknown as BlindRecord;
const forecast = (archival: boolean) =>
  ({
    ...{ id: 'f', forecaster: { slug: 'ana', name: 'Ana' }, probability: 0.28, archival },
    statedAt: '2026-05-01T09:30:00.000Z',
  }) as unknown as Forecast;
const places = (slips: Slip[]) => slips.map(({ path, field }) => `${path.split('/')[0]} ${field}`);

describe('a slip', () => {
  it('may stand in the prediction, or in an event linked to it, named once', () => {
    expect(places(slipsOf(record, null, null))).toEqual([
      ...['statement', 'premise', 'kind', 'term', 'topic'].map((field) => `scenarios ${field}`),
      ...['headline', 'occurredOn', 'summary', 'attribution'].map((field) => `events ${field}`),
    ]);
  });

  it('may stand in a forecast once the forecasts are shown; only an archival one has a time to correct', () => {
    const inForecasts = (archival: boolean) =>
      slipsOf(record, [forecast(archival)], null).filter(({ path }) => path.startsWith('forecasts'));
    expect(inForecasts(false)).toMatchObject([{ field: 'probability', now: '28' }]);
    expect(inForecasts(true)).toMatchObject([{}, { field: 'statedAt', now: '2026-05-01T09:30' }]);
  });

  it('may be a question that was called another one', () => {
    const criteriaVersions = ['initial', 'changed', 'clarified'].map((change, i) => ({
      change,
      version: i + 1,
    }));
    const asked = { ...record, criteriaVersions } as unknown as BlindRecord;
    expect(slipsOf(asked, null, null).filter(({ field }) => field === 'criteriaChange')).toMatchObject([
      { criteriaVersion: 2, now: 'clarified', path: 'scenarios/s/errata' },
    ]);
  });

  it('may stand in the briefing that said it', () => {
    const briefing = {
      ...{ id: 'b', version: 4, headline: 'So', standfirst: null, takeaway: null, edition: null },
    };
    expect(places(slipsOf(record, null, briefing)).slice(-4)).toEqual(
      ['headline', 'standfirst', 'takeaway', 'edition'].map((field) => `briefings ${field}`),
    );
  });

  it('is corrected on the version that was read of what holds it', () => {
    const briefing = {
      ...{ id: 'b', version: 4, headline: 'So', standfirst: null, takeaway: null, edition: null },
    };
    const versions = slipsOf(record, [forecast(true)], briefing).map(({ path, version }) => [
      path.split('/')[0],
      version,
    ]);
    expect([...new Map(versions as [string, number][])]).toEqual([
      ['scenarios', 2],
      ['forecasts', 2],
      ['events', 3],
      ['briefings', 4],
    ]);
  });

  it.each<[Slip['input'], string, object]>([
    ['percent', '82', { value: 0.82 }],
    ['percent', '0.82', { wrong: expect.stringMatching(/do you mean 82/) }],
    ['percent', 'many', { wrong: expect.stringMatching(/percentage/) }],
    ['words', ' It breaks. ', { value: 'It breaks.' }],
    ['words', ' ', { wrong: 'Say what was meant.' }],
    ['day', '2026-11-02', { value: '2026-11-02' }],
    ['instant', '2026-05-01T09:30', { value: '2026-05-01T09:30:00.000Z' }],
  ])('corrected as %s to “%s” is sent as %p', (input, text, sent) => {
    expect(meantBy({ path: 'p', version: 1, field: 'f', label: 'l', now: '', input }, text)).toEqual(sent);
  });
});
