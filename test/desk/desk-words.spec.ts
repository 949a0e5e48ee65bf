import { describe, expect, it } from '@jest/globals';
import {
  certaintyIn,
  EMPTY as NO_BRIEFING,
  gridOf,
  keptDeadline,
  obstacleTo,
  previewOf,
  type Reading as Briefing,
  standingOf,
} from '../../client/src/desk/analyst/briefing-draft.js';
import { readPercent } from '../../client/src/desk/percent.js';
import { BARE_CRITERIA } from '../../client/src/desk/quick/criteria-draft.js';
import { partsOf } from '../../client/src/desk/quick/marked-statement.js';
import {
  EMPTY,
  missingIn,
  type QuickDraft,
  questionOf,
  type Reading,
  scenarioOf,
} from '../../client/src/desk/quick/quick-draft.js';

const TOPIC = { slug: 'energy', title: 'Energy', zone: 'UTC' };
const reading = (fields: Partial<Reading> = {}): Reading => ({
  ...{ pieces: [], kind: 'risk', statement: 'it fails', premise: null, term: 'short', topic: TOPIC },
  ...{ probability: 0.4, probabilityDoubt: null, topicDoubt: null, marks: [], edgeCases: [] },
  deadline: { day: '2027-03-31', weekday: 'Wednesday', inDays: 129, phrase: 'by Q1', source: 'line' },
  ...fields,
});
const draft = (fields: Partial<QuickDraft> = {}): QuickDraft => ({ ...EMPTY, line: '! it fails', ...fields });
const missing = (about: Partial<Reading>, said: Partial<QuickDraft> = {}) =>
  missingIn(draft(said), reading(about))?.field ?? null;

describe('what a quick line still lacks', () => {
  const doubt = { text: '0.65', question: '65 % or 0.65 %?', candidates: [0.65, 0.0065] };
  it.each<[string, Partial<Reading>, Partial<QuickDraft>, string | null]>([
    ['nothing', {}, {}, null],
    ['a statement', { statement: '' }, {}, 'line'],
    ['a kind', { kind: null }, {}, 'kind'],
    ['no kind, where one was chosen', { kind: null }, { chosen: { kind: 'opportunity' } }, null],
    ['a probability', { probability: null }, {}, 'probability'],
    ['which is meant', { probability: null, probabilityDoubt: doubt }, {}, 'probability'],
    [
      'nothing, once that is said',
      { probability: null, probabilityDoubt: doubt },
      { chosen: { probability: 0.0065 } },
      null,
    ],
    ['a topic', { topic: null }, {}, 'topic'],
    ['a day to come', { deadline: { ...reading().deadline, inDays: -1 } }, {}, 'deadline'],
    ['that one is certain of 0', { probability: 0 }, {}, 'certain'],
    ['that one is certain of 100', {}, { chosen: { probability: 1 } }, 'certain'],
    ['nothing, once one is', { probability: 1 }, { certain: true }, null],
  ])('is %s', (_, about, said, field) => {
    expect(missing(about, said)).toBe(field);
  });

  it('takes the topic of last time only where the line names none', () => {
    expect(questionOf(draft(), 'energy')).toMatchObject({ topic: 'energy' });
    expect(questionOf(draft({ line: '! it fails #trade' }), 'energy')).not.toHaveProperty('topic');
    expect(questionOf(draft({ chosen: { topic: 'ports' } }), 'energy')).toMatchObject({ topic: 'ports' });
  });

  it('records what was chosen over what was read, with the answered edge cases', () => {
    const said = draft({
      chosen: { probability: 0.5, kind: 'consequence', forecaster: 'ana' },
      answers: { 'a day late': false },
    });
    expect(scenarioOf(said, reading({ premise: 'it rains' }))).toEqual({
      ...{
        topic: 'energy',
        kind: 'consequence',
        term: 'short',
        statement: 'it fails',
        deadline: '2027-03-31',
      },
      ...{ probability: 0.5, premise: 'it rains', forecaster: 'ana' },
      criteria: { text: expect.any(String), edgeCases: [{ case: 'a day late', counts: false }] },
    });
    expect(scenarioOf(draft(), reading())).not.toHaveProperty('criteria');
  });
});

describe('a percentage that is asked for', () => {
  it.each([
    ['65', 0.65],
    [' 65 % ', 0.65],
    ['12,5', 0.125],
    ['1', 0.01],
    ['0', 0],
    ['100%', 1],
    ['0.65', null],
    ['.5%', null],
    ['101', null],
    ['-3', null],
    ['-5%', null],
    ['50.555%', null],
    ['50.55%', 0.5055],
    ['many', null],
    ['', null],
  ])('%s is %s', (text, probability) => {
    expect(readPercent(text).probability).toBe(probability);
  });

  it('is asked about where it may be a share', () => {
    expect(readPercent('0.65').candidates).toEqual([0.65, 0.0065]);
  });
});

describe('a marked statement', () => {
  const mark = (from: number, to: number, reason: string) => ({ code: 'modal' as const, from, to, reason });
  it('is cut where marks begin and end, and loses no word', () => {
    const parts = partsOf('it may fail soon', [mark(3, 11, 'a'), mark(7, 16, 'b'), mark(0, 16, 'whole')]);
    expect(parts.map(({ text, marks }) => [text, marks.map(({ reason }) => reason).join('')])).toEqual([
      ['it ', ''],
      ['may ', 'a'],
      ['fail', 'ab'],
      [' soon', 'b'],
    ]);
  });
});

describe('a pasted briefing', () => {
  const scenario = {
    kind: 'risk',
    term: 'short',
    probability: 0.4,
    statement: 'It breaks.',
    premise: null,
    line: 3,
  } as const;
  const reword = {
    id: 'a',
    index: 0,
    line: 3,
    was: 'It broke.',
    statement: 'It breaks.',
    deadline: '2027-01-05',
    similarity: 0.7,
    differs: [],
    wasProbability: 0.3,
    probability: 0.4,
    suggests: 'clarified',
  } as const;
  const differences = {
    unchanged: [],
    newProbability: [],
    reworded: [{ ...reword, differs: [] }],
    new: [],
    dropped: [],
  };
  const read = (fields: Partial<Briefing> = {}): Briefing => ({
    briefing: { topic: 'Energy', headline: 'So' } as Briefing['briefing'],
    ...{ scenarios: [scenario], refused: [], warnings: [], ...fields },
  });

  it('may be recorded when topic, headline and a scenario are there, and an editor has answered', () => {
    const obstacle = (about: Partial<Briefing>, isEditor: boolean, choices = {}) =>
      obstacleTo({ ...NO_BRIEFING, choices }, read(about), isEditor);
    expect(obstacle({}, false)).toBeNull();
    expect(obstacle({ recognised: true }, true)).toMatch(/on record/);
    expect(obstacle({ scenarios: [] }, true)).toMatch(/No scenario/);
    expect(obstacle({ differences }, false)).toMatch(/an editor says/);
    expect(obstacle({ differences }, true)).toMatch(/what became/);
    expect(obstacle({ differences }, true, { a: 'clarified' })).toBeNull();
  });

  it('sends what was edited, and otherwise the text alone', () => {
    expect(previewOf({ ...NO_BRIEFING, text: 'So.' })).toEqual({ text: 'So.' });
    const { line: _, ...sent } = scenario;
    expect(previewOf({ ...NO_BRIEFING, text: 'So.', scenarios: [scenario] })).toEqual({
      text: 'So.',
      scenarios: [sent],
    });
  });

  it('sends the deadline and the criteria of a row, and not the briefing twice', () => {
    const edited = { ...scenario, deadline: '2027-02-01', answers: { 'a day late': false } };
    expect(previewOf({ ...NO_BRIEFING, text: 'So.', scenarios: [edited] })).toMatchObject({
      scenarios: [
        {
          deadline: '2027-02-01',
          criteria: { text: BARE_CRITERIA, edgeCases: [{ case: 'a day late', counts: false }] },
        },
      ],
    });
  });

  it('keeps a row that is refused in its place, with the reason, and holds the rest against what was read', () => {
    const closes = { day: '2027-01-05', weekday: 'Tuesday', inDays: 44, source: 'term' } as const;
    const draft = {
      ...NO_BRIEFING,
      scenarios: [{ ...scenario, probability: 2 }, scenario],
    };
    const answer = read({
      scenarios: [{ ...scenario, closes }],
      refused: [{ line: null, text: 'It breaks.', reason: 'No.', index: 0 }],
      differences,
    });
    expect(gridOf(draft, answer)).toMatchObject([
      { refusal: 'No.', standing: null },
      { refusal: null, closes, standing: { as: 'reworded' } },
    ]);
    expect(obstacleTo(draft, answer, true)).toMatch(/Mend scenario 1/);
  });

  it('lets what is on record keep its deadline, until an editor says that it is another scenario', () => {
    const [row] = gridOf(NO_BRIEFING, read({ differences }));
    expect(keptDeadline(row!, undefined)).toEqual({ day: '2027-01-05' });
    expect(keptDeadline(row!, 'clarified')).toEqual({ day: '2027-01-05' });
    expect(keptDeadline(row!, 'changed')).toBeNull();
  });

  it('asks once more before 0 % and 100 %', () => {
    const sure = read({ scenarios: [scenario, { ...scenario, probability: 1 }] });
    expect(certaintyIn(NO_BRIEFING, sure)).toMatch(/Scenario 2, at 100.%/);
    expect(certaintyIn({ ...NO_BRIEFING, certain: true }, sure)).toBeNull();
    expect(certaintyIn(NO_BRIEFING, read())).toBeNull();
  });

  it('knows how each scenario stands to what is on record', () => {
    expect(standingOf(0, undefined)).toBeNull();
    expect(standingOf(0, differences)).toMatchObject({ as: 'reworded' });
    expect(standingOf(1, differences)).toEqual({ as: 'unchanged' });
  });
});
