import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hostileTexts } from '../patterns/hostile-texts.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';

let desk: Desk;
let topic: string;
beforeAll(async () => {
  desk = await Desk.open();
  topic = await desk.topic();
});
afterAll(() => desk.close());

describe('a hostile text', () => {
  it.each([
    ['statements/lint', 'statement', 4000],
    ['statements/quick', 'line', 4000],
    ['briefings/parse', 'text', 60_000],
  ])('is answered by %s, and so is whoever asks meanwhile', async (path, field, longest) => {
    // Every fourth: all of them are read without a server in test/patterns/hostile-texts.spec.ts.
    for (const { of, text } of hostileTexts(longest).filter((_, i) => i % 4 === 0)) {
      const [answer, live] = await Promise.all([
        desk.post(path, { [field]: text.trim() }),
        desk.app.call('GET', '/livez'),
      ]);
      expect([of, answer.status, live.status]).toEqual([of, 200, 200]);
    }
  });

  it.each([
    ['statements/lint', 'statement', { statement: 'The port\u200b closes.' }, 9],
    ['statements/quick', 'line', { line: '! the \u202eport closes 65%' }, 7],
    ['topics', 'title', { title: 'Har\u00adbours' }, 4],
  ])(
    'with a hidden character is refused by %s, which names it and where it is',
    async (path, field, body, at) => {
      const { status, body: problem } = await desk.post<{ code: string; errors: unknown[] }>(path, body);
      expect([status, problem.code]).toEqual([422, 'validation_failed']);
      expect(problem.errors).toEqual([
        {
          field,
          message: expect.stringMatching(new RegExp(`hidden character U\\+.*position ${at}: take it out`)),
        },
      ]);
    },
  );

  it('with a joiner between letters is recorded as it is', async () => {
    const statement = 'می\u200cخواهم بندر بسته شود';
    const answer = await desk.post<{ statement: string }>('scenarios', {
      ...{ topic, kind: 'risk', term: 'short', statement, probability: 0.4 },
    });
    expect([answer.status, answer.body.statement]).toEqual([201, statement]);
  });

  it.each(['https://ann:secret@gull.example/1', 'https://', 'https:///1', 'https:gull.example'])(
    'that is no safe address, as %s, is refused wherever an address is taken',
    async (url) => {
      const source = { outlet: 'The Gull', publishedOn: OPENING_DAY, url };
      const event = { topic, headline: 'It rains', occurredOn: OPENING_DAY, sources: [source] };
      const briefing = {
        topic,
        headline: 'It rains',
        publishedOn: OPENING_DAY,
        sources: [source],
        scenarios: [],
      };
      for (const [path, body] of [
        ['events', event],
        ['briefings', briefing],
      ] as const) {
        const { status, body: problem } = await desk.post<{ errors: unknown[] }>(path, body);
        expect([path, status, problem.errors]).toEqual([
          ...[path, 422],
          [{ field: 'sources.0.url', message: expect.stringContaining('without a name or password') }],
        ]);
      }
    },
  );

  it.each(['__proto__', 'constructor', 'prototype'])(
    'with the key %s is refused in bodies and queries',
    async (key) => {
      const body = await desk.post<{ code: string }>(
        'statements/lint',
        `{"statement": "It rains.", "${key}": {}}`,
      );
      const query = await desk.app.call<{ code: string }>('GET', `scenarios?${key}=1`);
      expect([body.status, body.body.code]).toEqual([400, 'malformed_request']);
      expect([query.status, query.body.code]).toEqual([400, 'malformed_request']);
    },
  );
});
