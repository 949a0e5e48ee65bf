import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BriefingReadingView } from '../../src/forecasts/forecast.dto.js';
import type { Page } from '../../src/http/paging.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('rule 12: the same briefing', () => {
  it('sent ten times at once, in a topic that is new, is recorded once and recognised nine times', async () => {
    const body = {
      ...{ topic: 'Harbour strike', headline: 'The port stays shut', publishedOn: OPENING_DAY },
      ...{ forecaster: 'Night desk' },
      scenarios: [{ kind: 'risk', term: 'short', probability: 0.4, statement: 'It breaks.' }],
    };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.post<BriefingReadingView>('briefings', body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(new Set(answers.map((answer) => answer.body.briefing.id)).size).toBe(1);
    const { items } = await desk.read<Page<unknown>>('scenarios?topic=harbour-strike');
    expect(items).toHaveLength(1);
  });
});
