import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuickLineView, SimilarScenarios } from '../../src/scenarios/quick.dto.js';
import { Desk } from '../record/desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(); // Monday 2026-06-15
  await desk.topic({ title: 'Energy 2026', shortDays: 30, mediumDays: 200 });
  await desk.topic({ title: 'Energy Islands' });
  await desk.topic({ title: 'Pacific', zone: 'Pacific/Auckland' });
});
afterAll(() => desk.close());

const quick = async (line: string, chosen: object = {}) => {
  const answer = await desk.post<QuickLineView>('statements/quick', { line, ...chosen }, 'analyst');
  expect([line, answer.status]).toEqual([line, 200]);
  return answer.body;
};

describe('POST statements/quick', () => {
  it('reads a line: date with its weekday and distance, term by the policy of the topic, marks of the statement', async () => {
    const read = await quick('! the grid may fail by 22 June 65% #energy-2026');
    expect(read).toMatchObject({
      ...{ kind: 'risk', statement: 'the grid may fail by 22 June', premise: null, probability: 0.65 },
      deadline: { day: '2026-06-22', weekday: 'Monday', inDays: 7, phrase: 'by 22 June', source: 'line' },
      ...{ topic: { slug: 'energy-2026', title: 'Energy 2026', zone: 'UTC' }, term: 'short' },
      ...{ topicDoubt: null, probabilityDoubt: null },
    });
    expect(read.marks).toContainEqual(expect.objectContaining({ code: 'modal', from: 9, to: 12 }));
    expect(read.edgeCases).toHaveLength(5);
  });

  it.each([
    ['by 15 July 2026', 'short'],
    ['by 16 July 2026', 'medium'],
    ['by 1 January 2027', 'medium'],
    ['by 2 January 2027', 'long'],
  ])('%s is of %s term where short is 30 days and medium 200', async (when, term) => {
    expect(await quick(`! it fails ${when}`, { topic: 'energy-2026' })).toMatchObject({ term });
  });

  it('without a date, takes the short term, and says that it did', async () => {
    const { deadline, term } = await quick('! it fails #energy-2026');
    expect([term, deadline]).toEqual([
      'short',
      { day: '2026-07-15', weekday: 'Wednesday', inDays: 30, phrase: null, source: 'term' },
    ]);
  });

  it('holds to what was chosen, whatever the line says', async () => {
    const chosen = { topic: 'pacific', term: 'long', deadline: '2026-07-01', statement: 'A', premise: null };
    expect(await quick('! If x holds, it fails by June #energy', chosen)).toMatchObject({
      ...{ topic: { slug: 'pacific' }, term: 'long', statement: 'A', premise: null },
      deadline: { day: '2026-07-01', source: 'chosen', phrase: null, inDays: 15 }, // there it is the 16th
    });
  });

  it('asks about a topic that could be several, and 0.65 that could be two', async () => {
    const read = await quick('! it fails 0.65 #energy');
    expect(read).toMatchObject({ topic: null, probability: null });
    expect(read.topicDoubt!.candidates.map(({ slug }) => slug)).toEqual(['energy-2026', 'energy-islands']);
    expect(read.probabilityDoubt!.candidates).toEqual([0.65, 0.0065]);
  });

  it('reads a line of which nothing is left, and records nothing', async () => {
    const before = await desk.rows();
    expect(await quick('! 65%')).toMatchObject({ statement: '', marks: [], edgeCases: [] });
    expect(await desk.rows()).toEqual(before);
  });
});

describe('POST statements/similar', () => {
  it('answers with open scenarios of the topic that say something like it, hidden ones too', async () => {
    const topic = await desk.topic();
    const same = await desk.scenario(topic, {
      statement: 'The port of Odesa closes for a week.',
      publicAt: null,
    });
    await desk.scenario(topic, { statement: 'Wheat prices fall below 200 euros a tonne.' });
    await desk.scenario(await desk.topic(), { statement: 'The port of Odesa closes for a week.' });
    const body = { statement: 'Odesa port closes for a week', topic };
    const answer = await desk.post<SimilarScenarios>('statements/similar', body, 'analyst');
    expect(answer.body).toMatchObject({
      items: [{ scenario: { id: same.id }, same: true }],
      compared: 2,
      open: 2,
    });
  });

  it('compares open scenarios alone', async () => {
    const topic = await desk.topic();
    const scenario = await desk.scenario(topic, { statement: 'The port of Odesa closes.' });
    await desk.resolve(scenario, { outcome: 'annulled', annulment: 'ambiguous' });
    const body = { statement: 'The port of Odesa closes.', topic };
    const answer = await desk.post<SimilarScenarios>('statements/similar', body, 'analyst');
    expect(answer.body).toEqual({ items: [], compared: 0, open: 0 });
  });
});
