import { describe, expect, it } from '@jest/globals';
import {
  type Choices,
  fragmentOf,
  NOTHING,
  objectionsIn,
  readFragment,
  readSaved,
  savedObjections,
} from '../../client/src/argue/objections.js';
import { GROUNDS, RULINGS } from '../../src/track-records/disputes.js';
import { recordOf, recordScenario } from './builders.js';
import fc from '../support/fast-check.js';

const IDS = ['01a2034a-98e2-72ad-b7da-98e378449925', '01a2034a-98e2-72ad-b7da-98e378449926'];
const record = recordOf([
  recordScenario({ id: IDS[0]! }),
  recordScenario({ id: IDS[1]!, topic: 'drought-2' }),
]);
const digest = 'ab'.repeat(32);

const someChoices: fc.Arbitrary<Choices> = fc.record({
  disputes: fc.record({
    rulings: fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom(...RULINGS), { noNullPrototype: true }),
    topics: fc.subarray(['strike', 'drought-2']),
    forecasters: fc.subarray(['desk', 'plumb']),
    grounds: fc.subarray([...GROUNDS]),
  }),
  view: fc.record(
    {
      topic: fc.constant('strike'),
      kind: fc.constantFrom('risk' as const, 'opportunity' as const),
      forecaster: fc.constant('plumb'),
      vantage: fc.constantFrom('first' as const, 'timeWeighted' as const),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
});

describe('objections', () => {
  it('are the same after a way through an address', () =>
    fc.assert(
      fc.property(someChoices, (choices) => {
        expect(readFragment(`#${fragmentOf(choices)}`, record)).toEqual({ choices, unknown: 0 });
      }),
    ));

  it('are the same after a way through a file', () =>
    fc.assert(
      fc.property(someChoices, (choices) => {
        const text = savedObjections(choices, { ...record, digest });
        expect(readSaved(text, { ...record, digest })).toEqual({ choices, unknown: 0, same: true });
        expect(readSaved(text, { ...record, digest: 'cd'.repeat(32) }).same).toBe(false);
      }),
    ));

  it('are none in an address without them', () => {
    expect(fragmentOf(NOTHING)).toBe('');
    expect(readFragment('', record)).toEqual({ choices: NOTHING, unknown: 0 });
    expect(objectionsIn(NOTHING.disputes)).toBe(0);
  });

  it.each([
    ['of what is not in this record', `yes=${IDS[0]}.nobody&topics=strike.flood`, 2, 2],
    ['of people whose track record is not public', 'forecasters=mira&forecaster=mira', 0, 1],
    ['of names that objects have by birth', 'yes=__proto__.constructor&grounds=toString&kind=valueOf', 0, 3],
    ['of nothing that is known', 'a=b&%E0%A4%A=&yes=', 0, 0],
  ])('%s are left out, and counted', (_, fragment, objections, unknown) => {
    const found = readFragment(fragment, record);
    expect([objectionsIn(found.choices.disputes), found.unknown]).toEqual([objections, unknown]);
    expect(found.choices.view).toEqual({});
  });

  it('choose nothing that the whole record is of', () => {
    const narrow = { ...record, filters: { kind: 'risk' as const } };
    expect(readFragment('kind=opportunity&term=short', narrow).choices.view).toEqual({ term: 'short' });
  });

  it('never survive any address or file as anything but choices', () =>
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, value) => {
        expect(objectionsIn(readFragment(text, record).choices.disputes)).toBeGreaterThanOrEqual(0);
        const saved = JSON.stringify({
          format: 'hindcast-objections/1',
          rulings: value,
          topics: value,
          view: value,
        });
        expect(readSaved(saved, { ...record, digest }).choices.disputes.rulings).toEqual({});
      }),
    ));

  it.each(['', '[]', 'null', '{"format":"other"}'])(
    'are refused in a sentence where they are none: %s',
    (text) => {
      expect(() => readSaved(text, { ...record, digest })).toThrow(/^This file holds no objections: /);
    },
  );
});
