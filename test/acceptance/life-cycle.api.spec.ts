import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hindcast } from '../support/cli.js';
import { type CallOptions, startTestApp, type TestApp } from '../support/app.js';
import { sharedPath } from '../support/shared.js';

/**
 * An exercise of the whole life cycle on real text: a briefing, four articles about an earlier call, and predictions
 * stated as of that call. The predictions and their probabilities are the exercise's own.
 */
const seeds = sharedPath('seeds');
const files = seeds ? readdirSync(seeds).sort() : [];
const seed = (number: number) => join(seeds!, files[number]!);
const CALL_DAY = '2025-03-18';
const IN_30_DAYS = '2025-04-17';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
type Json = any;

(seeds ? describe : describe.skip)(
  'the life cycle, on the reference texts (skipped where they are not at hand)',
  () => {
    let desk: TestApp;
    const cli = (...words: string[]) => hindcast(desk.place.url, ...words, '--json');
    /** The command line lives by the system's clock; the desk's follows it. */
    const call = (method: string, path: string, options?: CallOptions) => {
      desk.clock.moveTo(new Date());
      return desk.call(method, path, options);
    };
    const api = async (method: string, path: string, body?: Json): Promise<Json> => {
      const answer = await call(method, path, { as: 'editor', body });
      return { status: answer.status, ...answer.body };
    };
    let ofBriefing: Json[];
    let earlierCall: Json;
    let laterCall: Json;

    beforeAll(async () => {
      desk = await startTestApp();
    });
    afterAll(() => desk.stop());

    it('(a) takes the briefing down: three scenarios, archival, overdue or open by the clock', async () => {
      const { code, json } = await cli('briefing', 'add', seed(0));
      expect(code).toBe(0);
      expect(json.briefing).toMatchObject({
        topic: 'Iran Conflict 2026',
        publishedOn: '2026-05-03',
        edition: 'Update #15',
      });
      expect(json.scenarios.map((one: Json) => [one.kind, one.term, one.probability])).toEqual([
        ['risk', 'short', 0.82],
        ['opportunity', 'medium', 0.55],
        ['consequence', 'medium', 0.78],
      ]);
      ofBriefing = await Promise.all(json.scenarios.map((one: Json) => api('GET', `scenarios/${one.id}`)));
      const today = new Date().toISOString().slice(0, 10);
      for (const scenario of ofBriefing) {
        expect(scenario).toMatchObject({
          state: 'open',
          openedOn: '2026-05-03',
          forecasts: [{ archival: true }],
        });
        expect(scenario.overdue).toBe(scenario.deadline < today);
      }
      expect(ofBriefing[0].deadline).toBe('2026-08-01');
      expect(ofBriefing[0].premise).toMatch(/proposal follows/);
    });

    it('(a) recognises the same briefing, and doubles nothing', async () => {
      const again = await cli('briefing', 'add', seed(0));
      expect(again.json).toMatchObject({ recognised: true, scenarios: ofBriefing.map(({ id }) => ({ id })) });
      expect((await api('GET', 'briefings')).items).toHaveLength(1);
    });

    it('(b) makes the articles sources of one event, with their conflicting accounts side by side', async () => {
      await api('POST', 'topics', { title: 'Calls between Washington and Moscow' });
      const undated = await cli(
        'event',
        'add',
        seed(1),
        seed(2),
        '--topic',
        'calls-between-washington-and-moscow',
      );
      expect(undated).toMatchObject({ code: 1, json: { error: { code: 'event_day_required' } } });
      const { code, json } = await cli(
        ...['event', 'add', seed(1), seed(2), seed(3), seed(4)],
        ...['--topic', 'calls-between-washington-and-moscow', '--on', CALL_DAY, '--published-on', CALL_DAY],
        ...['--headline', 'The presidents of Russia and the United States speak by telephone'],
      );
      expect(code).toBe(0);
      earlierCall = json.event;
      expect(earlierCall).toMatchObject({ occurredOn: CALL_DAY, standing: 'reported' });
      expect(earlierCall.sources).toHaveLength(4);
      const lengths = earlierCall.conflicts.find((one: Json) =>
        /call|length|duration|conversation/i.test(one.about),
      );
      expect(JSON.stringify(lengths)).toMatch(/90 minutes/);
      expect(JSON.stringify(lengths)).toMatch(/two hours/);
      const asReader = await call('GET', `events/${earlierCall.id}`);
      expect(JSON.stringify(asReader.body.sources)).not.toContain('text');
    });

    it('(b) refuses to settle a scenario of the briefing with that earlier event', async () => {
      const refused = await api('POST', `scenarios/${ofBriefing[0].id}/resolutions`, {
        ...{ outcome: 'occurred', outcomeOn: '2026-06-01', reason: 'A trial.', evidence: [earlierCall.id] },
      });
      expect(refused).toMatchObject({ status: 422, code: 'event_precedes_scenario', openedOn: '2026-05-03' });
      const linked = { eventId: earlierCall.id, bearing: 'settles' };
      expect((await api('POST', `scenarios/${ofBriefing[0].id}/evidence`, linked)).code).toBe(
        'event_precedes_scenario',
      );
      const precedent = { eventId: earlierCall.id, bearing: 'supports', note: 'A precedent.' };
      expect((await api('POST', `scenarios/${ofBriefing[0].id}/evidence`, precedent)).status).toBe(201);
    });

    const predictions: Record<string, Json> = {
      again: {
        ...{ kind: 'opportunity', term: 'long', probability: 0.9 },
        statement: 'The two presidents speak by telephone about a ceasefire once more.',
      },
      ownOffer: {
        ...{ kind: 'opportunity', term: 'short', probability: 0.35, deadline: IN_30_DAYS },
        statement:
          'Within the thirty days, Russia proposes a ceasefire of its own that covers the whole front.',
      },
      monitored: {
        ...{ kind: 'consequence', term: 'short', probability: 0.2, deadline: IN_30_DAYS },
        premise: 'Russia accepts the thirty-day ceasefire without conditions',
        statement: 'Monitors from a third country are named for it within the thirty days.',
      },
      experts: {
        ...{ kind: 'risk', term: 'short', probability: 0.6, deadline: IN_30_DAYS },
        statement: 'The announced talks of experts in the Middle East break up within the thirty days.',
      },
    };

    it('(c) lets an editor log predictions as stated on the day of the call: archival, opened that day', async () => {
      for (const [name, prediction] of Object.entries(predictions)) {
        predictions[name] = await api('POST', 'scenarios', {
          ...prediction,
          ...{
            topic: 'calls-between-washington-and-moscow',
            statedAt: `${CALL_DAY}T20:00:00Z`,
            forecaster: 'Exercise',
          },
        });
        expect(predictions[name]).toMatchObject({
          status: 201,
          openedOn: CALL_DAY,
          forecasts: [{ archival: true }],
        });
      }
    });

    const resolve = (name: string, body: Json) =>
      api('POST', `scenarios/${predictions[name].id}/resolutions`, body);

    it('(d) resolves one as occurred, by a later event that the briefing recounts', async () => {
      laterCall = await api('POST', 'events', {
        topic: 'calls-between-washington-and-moscow',
        headline: 'A call of the two presidents; Russia proposes a ceasefire around the parade of 9 May',
        occurredOn: '2026-04-29',
        sources: [{ outlet: 'Update #15', publishedOn: '2026-05-03' }],
      });
      const occurred = {
        outcome: 'occurred',
        outcomeOn: '2026-04-29',
        reason: 'They spoke.',
        evidence: [laterCall.id],
      };
      expect(await resolve('again', occurred)).toMatchObject({
        status: 201,
        basis: 'observed',
        onUnconfirmed: true,
      });
    });

    it('(d) resolves one by absence, and says how late it came', async () => {
      const absent = await resolve('ownOffer', {
        outcome: 'not_occurred',
        reason: 'None was made in the thirty days.',
      });
      expect(absent).toMatchObject({ status: 201, outcomeOn: IN_30_DAYS, basis: 'absence', lateOn: null });
      const late = {
        eventId: laterCall.id,
        bearing: 'settles',
        note: 'The proposal came in the following year.',
      };
      expect((await api('POST', `scenarios/${predictions.ownOffer.id}/evidence`, late)).status).toBe(201);
      const { resolutions } = await api('GET', `scenarios/${predictions.ownOffer.id}`);
      expect(resolutions).toMatchObject([{ id: absent.id, lateOn: '2026-04-29', daysLate: 377 }]);
    });

    it('(d) annuls one whose premise was not met', async () => {
      const annulled = await resolve('monitored', {
        ...{
          outcome: 'annulled',
          annulment: 'premise_false',
          reason: 'Russia did not accept it by the deadline.',
        },
      });
      expect(annulled).toMatchObject({ status: 201, premise: 'failed' });
    });

    it('(d) corrects one in the open, with a reason', async () => {
      const first = await resolve('experts', {
        outcome: 'not_occurred',
        reason: 'No account of it at hand.',
      });
      const again = {
        outcome: 'annulled',
        annulment: 'unverifiable',
        reason: 'The texts at hand do not follow the talks.',
      };
      expect(await resolve('experts', again)).toMatchObject({ status: 409, code: 'already_resolved' });
      expect(await resolve('experts', { ...again, supersedes: first.id })).toMatchObject({
        supersedes: first.id,
      });
      const { resolutions } = await api('GET', `scenarios/${predictions.experts.id}`);
      expect(resolutions).toMatchObject([
        { id: first.id, outcome: 'not_occurred', superseded: true, reason: 'No account of it at hand.' },
        { outcome: 'annulled', superseded: false, afterOutcomeKnown: true },
      ]);
    });

    it('(e) gives one report at the command line and over HTTP; the headline without archival ones is empty and says why', async () => {
      const overHttp = (await call('GET', 'calibration?records=all')).body;
      const { json } = await cli('report', '--records', 'all');
      expect(json).toEqual(overHttp);
      expect(overHttp).toMatchObject({ n: 2, occurred: 1, scenarios: 2, annulled: 2 });
      expect(overHttp.brierScore).toBeCloseTo(((0.9 - 1) ** 2 + 0.35 ** 2) / 2, 12);
      expect(overHttp.terms).toEqual([
        { term: 'short', n: 1, late: 1, early: 0 },
        { term: 'long', n: 1, late: 0, early: 1 },
      ]);
      const headline = (await call('GET', 'calibration')).body;
      expect(headline).toMatchObject({
        n: 0,
        brierScore: null,
        undefined: { brierScore: 'no forecasts counted' },
      });
      expect(headline.selection.text).toMatch(/live forecasts alone/);
    });
  },
);
