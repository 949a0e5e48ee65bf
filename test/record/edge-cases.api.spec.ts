import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Desk, OPENING_DAY, type ProblemBody } from './desk-builders.js';

const TABLE = [
  { case: 'closed at night only', counts: false },
  { case: 'open for one convoy', counts: true },
];
const CRITERIA = { text: 'The bulletin lists it as closed.', edgeCases: TABLE };

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

/** A scenario with a table of edge cases, whose deadline of 2026-07-01 has passed, and an event of 2026-06-18. */
async function due(fields: Record<string, unknown> = {}) {
  const scenario = await desk.scenario(topic, { criteria: CRITERIA, ...fields });
  desk.today('2026-07-10');
  const event = await desk.event(topic);
  const occurred = { outcome: 'occurred', outcomeOn: '2026-06-18', evidence: [event.id], reason: 'Seen.' };
  const missed = { outcome: 'not_occurred', evidence: [event.id], reason: 'Not quite.' };
  const judge = (body: object) => () => desk.post(`scenarios/${scenario.id}/resolutions`, body);
  return { scenario, event, occurred, missed, judge };
}

describe('edge cases decide', () => {
  it.each([
    ['occurred', 2],
    ['not_occurred', 1],
  ] as const)('%s by row %i of the table: the resolution names it', async (outcome, edgeCase) => {
    const { scenario, occurred, missed } = await due();
    const body = outcome === 'occurred' ? occurred : missed;
    const resolution = await desk.resolve(scenario, { ...body, edgeCase });
    expect(resolution).toMatchObject({ outcome, edgeCase, noEdgeCase: null, criteriaVersion: 1 });
    expect((await desk.show(scenario)).resolutions).toMatchObject([{ edgeCase, noEdgeCase: null }]);
  });

  it.each([
    ['occurred', 1, 'closed at night only', 'does not count', 'not_occurred'],
    ['not_occurred', 2, 'open for one convoy', 'counts', 'occurred'],
  ] as const)('%s is refused by row %i, which says otherwise: the row is named', async (...row) => {
    const [outcome, edgeCase, words, says, other] = row;
    const { occurred, missed, judge } = await due();
    const body = { ...(outcome === 'occurred' ? occurred : missed), edgeCase };
    const problem = await desk.refuses(judge(body), 422, 'edge_case_contradicts');
    expect(problem).toMatchObject({
      edgeCase: { ordinal: edgeCase, case: words, counts: says === 'counts' },
    });
    for (const part of [`Row ${edgeCase}`, words, says, other]) expect(problem.detail).toContain(part);
  });

  it('where no row fits, the resolution says why', async () => {
    const { scenario, occurred } = await due();
    const noEdgeCase = 'Closed all day: nothing at the edge.';
    expect(await desk.resolve(scenario, { ...occurred, noEdgeCase })).toMatchObject({
      edgeCase: null,
      noEdgeCase,
    });
  });

  it.each(['occurred', 'missed', 'absent'] as const)(
    '%s is taken without either, and shows it',
    async (how) => {
      const { scenario, ...bodies } = await due();
      const body = how === 'absent' ? { outcome: 'not_occurred' } : bodies[how];
      const resolution = await desk.resolve(scenario, body);
      expect(resolution).toMatchObject({ edgeCase: null, noEdgeCase: null, criteriaVersion: 1 });
      expect(resolution.basis).toBe(how === 'absent' ? 'absence' : 'observed');
    },
  );

  it.each<[string, object, string]>([
    ['a row that the table does not have', { edgeCase: 3 }, 'edge_case_unknown'],
    ['row 0', { edgeCase: 0 }, 'validation_failed'],
    ['half a row', { edgeCase: 1.5 }, 'validation_failed'],
    ['a row, and that none fits', { edgeCase: 2, noEdgeCase: 'None.' }, 'validation_failed'],
    ['that none fits, without saying why', { noEdgeCase: ' ' }, 'validation_failed'],
  ])('%s is refused', async (_, said, code) => {
    const { occurred, judge } = await due();
    await desk.refuses(judge({ ...occurred, ...said }), 422, code);
  });

  it.each<[string, unknown]>([
    ['no criteria', undefined],
    ['criteria without a table', { text: 'The bulletin says so.' }],
  ])('with %s there is no row to name, and none to be missing', async (_, criteria) => {
    const { occurred, judge } = await due({ criteria });
    for (const said of [{ edgeCase: 1 }, { noEdgeCase: 'None.' }]) {
      const { errors } = await desk.refuses(judge({ ...occurred, ...said }), 422, 'validation_failed');
      expect(errors).toMatchObject([{ field: Object.keys(said)[0] }]);
    }
  });

  it('an annulment and a reopening name none', async () => {
    const { scenario, occurred, judge } = await due();
    const annulment = { outcome: 'annulled', annulment: 'ambiguous', reason: 'Unclear.', edgeCase: 2 };
    await desk.refuses(judge(annulment), 422, 'validation_failed');
    const { id } = await desk.resolve(scenario, occurred);
    const reopened = { outcome: 'reopened', reason: 'Again.', supersedes: id, noEdgeCase: 'None.' };
    await desk.refuses(judge(reopened), 422, 'validation_failed');
  });

  it('a correction names its own', async () => {
    const { scenario, occurred, missed } = await due();
    const { id } = await desk.resolve(scenario, { ...occurred, edgeCase: 2 });
    await desk.resolve(scenario, { ...missed, edgeCase: 1, supersedes: id });
    expect((await desk.show(scenario)).resolutions).toMatchObject([{ edgeCase: 2 }, { edgeCase: 1 }]);
  });
});

describe('the version of the criteria that is judged', () => {
  const clarified = { text: 'The bulletin or the radio.', edgeCases: [{ case: 'radio only', counts: true }] };

  it('is the latest if none is named, and then its table is the one that counts', async () => {
    const { scenario, occurred, judge } = await due();
    await desk.post(`scenarios/${scenario.id}/criteria`, clarified, 'analyst');
    await desk.refuses(judge({ ...occurred, edgeCase: 2 }), 422, 'edge_case_unknown');
    const resolution = await desk.resolve(scenario, { ...occurred, edgeCase: 1 });
    expect(resolution).toMatchObject({ criteriaVersion: 2, edgeCase: 1 });
  });

  it('may be an earlier one, with its own table', async () => {
    const { scenario, occurred } = await due();
    await desk.post(`scenarios/${scenario.id}/criteria`, clarified, 'analyst');
    const resolution = await desk.resolve(scenario, { ...occurred, criteriaVersion: 1, edgeCase: 2 });
    expect(resolution).toMatchObject({ criteriaVersion: 1, edgeCase: 2 });
  });

  it.each([
    ['a version that there is not', 3, CRITERIA],
    ['any version, where there are no criteria', 1, undefined],
  ])('is refused as %s', async (_, criteriaVersion, criteria) => {
    const { occurred, judge } = await due({ criteria });
    const problem: ProblemBody = await desk.refuses(
      judge({ ...occurred, criteriaVersion }),
      422,
      'criteria_unknown',
    );
    expect(problem.detail).toContain('criteriaVersion');
  });
});
