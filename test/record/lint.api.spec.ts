import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import type { LintView } from '../../src/scenarios/lint.dto.js';
import type { CriteriaView } from '../../src/scenarios/scenario.dto.js';
import { Desk } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const lint = (body: object) => desk.call<LintView>('POST', 'statements/lint', { as: 'analyst', body });
const codes = async (body: object) => (await lint(body)).body.marks.map(({ code }) => code);
const STATEMENT = 'A 72-hour truce holds in Port Sudan.';

describe('POST statements/lint', () => {
  it('answers with marks and five edge cases, and records nothing', async () => {
    const { status, body } = await lint({ statement: 'Chad may leave the pact.', term: 'short' });
    expect(status).toBe(200);
    expect(body).toEqual({
      marks: [
        {
          ...{ code: 'modal', from: 5, to: 8, reason: expect.any(String) },
          fix: 'Chad will leave the pact.',
        },
        { code: 'no_source', from: 0, to: 24, reason: expect.any(String), fix: expect.any(String) },
      ],
      edgeCases: Array.from({ length: 5 }, () => ({ case: expect.any(String) })),
    });
    expect((await desk.read<{ items: unknown[] }>('scenarios')).items).toEqual([]);
  });

  it('takes criteria as a sentence or with edge cases, and does not ask again what they answer', async () => {
    expect(await codes({ statement: STATEMENT, term: 'short' })).toContain('no_source');
    expect(await codes({ statement: STATEMENT, term: 'short', criteria: 'AFP reports it.' })).toEqual([]);
    const asked = (await lint({ statement: STATEMENT })).body.edgeCases.map((row) => row.case);
    const criteria = { text: 'AFP reports it.', edgeCases: [{ case: asked[0], counts: false }] };
    const left = (await lint({ statement: STATEMENT, criteria })).body.edgeCases.map((row) => row.case);
    expect(left).not.toContain(asked[0]);
    expect(left).toHaveLength(5);
  });

  it("takes the deadline from the term as the topic has it, counted in the topic's zone", async () => {
    const topic = await desk.topic({ shortDays: 10, zone: 'Asia/Tokyo' });
    const body = {
      statement: 'Mali leaves the bloc by 30 June 2026.',
      term: 'short',
      criteria: 'AFP says so.',
    };
    expect(await codes(body)).toEqual(['date_before_deadline']);
    expect(await codes({ ...body, topic })).toEqual([]);
    desk.today('2026-06-15');
    desk.app.clock.moveTo('2026-06-15T20:00:00.000Z'); // the 16th in Tokyo: ten days on is the 26th
    const near = { ...body, topic, statement: 'Mali leaves the bloc by 25 June 2026.' };
    expect((await lint(near)).body.marks).toMatchObject([
      {
        code: 'date_before_deadline',
        deadline: '2026-06-25',
        reason: expect.stringContaining('26 June 2026'),
      },
    ]);
    desk.today('2026-06-15');
  });

  it('says which topic is not there', async () => {
    const { status, body } = await desk.call('POST', 'statements/lint', {
      ...{ as: 'analyst', body: { statement: STATEMENT, topic: 'nowhere' } },
    });
    expect([status, body.code]).toEqual([422, 'topic_unknown']);
  });

  it('gives cases whose answers are the edge cases of criteria, at once or in a later version', async () => {
    const edgeCases = (await lint({ statement: STATEMENT })).body.edgeCases.map((row, i) => ({
      ...{ case: row.case, counts: i % 2 === 0 },
    }));
    const criteria = { text: 'AFP reports it.', edgeCases };
    const made: ScenarioRecord = await desk.scenario(await desk.topic(), { statement: STATEMENT, criteria });
    expect(made.criteria).toMatchObject(criteria);
    const other = await desk.scenario(await desk.topic(), { statement: STATEMENT });
    const added = await desk.post<CriteriaView[]>(`scenarios/${other.id}/criteria`, criteria, 'analyst');
    expect(added).toMatchObject({ status: 201, body: [{ version: 1, ...criteria }] });
  });
});
