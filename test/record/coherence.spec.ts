import { describe, expect, it } from '@jest/globals';
import { coherence, type Linked } from '../../src/scenarios/coherence.js';
import fc from '../support/fast-check.js';

const OPEN: Linked = {
  ...{ state: 'open', premise: null, openedOn: '2026-06-01', deadline: '2026-07-01' },
  ...{ closesAt: '2026-07-02T00:00:00.000Z', occurred: null, outcomeOn: null },
};
const until = (deadline: string, closesAt = `${deadline}T24`): Linked => ({ ...OPEN, deadline, closesAt });
const resolved = (occurred: 0 | 1, outcomeOn: string | null, rest: Partial<Linked> = {}): Linked => ({
  ...{ ...OPEN, state: 'resolved', occurred, outcomeOn },
  ...rest,
});
const said = (fromBp: number, toBp: number) => [{ forecaster: 'Ana', fromBp, toBp }];
const codes = (...args: Parameters<typeof coherence<string>>) => {
  const found = coherence(...args);
  return found && [found.notCompared, ...found.contradictions.map(({ code }) => code)];
};

describe('two that exclude each other', () => {
  it.each([
    [6000, 4000, []],
    [6000, 4001, ['sum_above_one']],
    [10_000, 0, []],
    [10_000, 1, ['sum_above_one']],
  ])('given %i and %i ten-thousandths: %j', (a, b, expected) => {
    expect(codes('excludes', OPEN, OPEN, said(a, b))).toEqual([null, ...expected]);
  });

  it('are compared where their deadlines differ, as long as the one opens before the other has closed', () => {
    const later = { ...until('2026-09-01'), openedOn: '2026-07-01' };
    expect(codes('excludes', OPEN, later, said(9000, 9000))).toEqual([null, 'sum_above_one']);
    const apart = { ...later, openedOn: '2026-07-02' };
    expect(codes('excludes', OPEN, apart, said(9000, 9000))).toEqual(['windows_apart']);
    expect(codes('excludes', apart, OPEN, said(9000, 9000))).toEqual(['windows_apart']);
  });

  it('cannot both have occurred, whatever their premises', () => {
    const one = resolved(1, '2026-06-10');
    expect(codes('excludes', one, { ...one, premise: 'if' }, [])).toEqual([null, 'both_occurred']);
    expect(codes('excludes', one, resolved(0, '2026-07-01'), [])).toEqual([null]);
    const apart = resolved(1, '2026-08-01', { openedOn: '2026-07-15', deadline: '2026-08-15' });
    expect(codes('excludes', one, apart, [])).toEqual(['windows_apart']);
  });
});

describe('one that implies another', () => {
  it.each([
    [6000, 6000, []],
    [6000, 6001, []],
    [6001, 6000, ['likelier_than_implied']],
    [1, 0, ['likelier_than_implied']],
  ])('given %i and %i ten-thousandths: %j', (a, b, expected) => {
    expect(codes('implies', OPEN, OPEN, said(a, b))).toEqual([null, ...expected]);
  });

  it('is compared with what closes at the same instant or later, and not with what closes first', () => {
    expect(codes('implies', OPEN, until('2026-07-02'), said(9, 8))).toEqual([null, 'likelier_than_implied']);
    expect(codes('implies', OPEN, until('2026-06-30'), said(9, 8))).toEqual(['implied_closes_first']);
    const elsewhere = until('2026-07-01', '2026-07-01T22:00:00.000Z');
    expect(codes('implies', OPEN, elsewhere, said(9, 8))).toEqual(['implied_closes_first']);
  });

  it('is compared whenever each was opened: for what is said now, both begin now', () => {
    const opened = { ...OPEN, openedOn: '2026-06-20' };
    expect(codes('implies', OPEN, opened, said(9, 8))).toEqual([null, 'likelier_than_implied']);
  });

  it.each<[string, string | null, Partial<Linked>, (string | null)[]]>([
    ['that was open', '2026-06-10', {}, [null, 'implied_not_occurred']],
    ['by its last day', '2026-06-10', { deadline: '2026-06-10' }, [null, 'implied_not_occurred']],
    ['whose deadline had passed', '2026-06-10', { deadline: '2026-06-09' }, ['outside_window']],
    ['that opened that day', '2026-06-10', { openedOn: '2026-06-10' }, ['outside_window']],
    ['on no known day', null, {}, ['outside_window']],
  ])('is contradicted, having occurred, by the other %s and did not occur', (_, day, other, expected) => {
    expect(codes('implies', resolved(1, day), resolved(0, '2026-07-01', other), [])).toEqual(expected);
  });

  it('is not contradicted where it did not occur, or the other did', () => {
    for (const [a, b] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const)
      expect(codes('implies', resolved(a, '2026-06-10'), resolved(b, '2026-06-10'), [])).toEqual([null]);
  });
});

describe('what is conditional', () => {
  const given = (premise: string | null): Linked => ({ ...OPEN, premise });
  it.each<[string | null, string | null, boolean]>([
    [null, null, true],
    ['if a', 'if a', true],
    ['if a', null, false],
    [null, 'if a', false],
    ['if a', 'if b', false],
  ])('with the premises %j and %j: compared %s', (a, b, isCompared) => {
    for (const relation of ['excludes', 'implies'] as const)
      expect(coherence(relation, given(a), given(b), said(9000, 2000))).toMatchObject({
        notCompared: isCompared ? null : 'different_premises',
        contradictions: isCompared ? [{}] : [],
      });
  });
});

describe('what is not compared at all', () => {
  it.each(['overlaps', 'leadsTo'] as const)('%s bounds no probability', (relation) => {
    expect(coherence(relation, OPEN, OPEN, said(9000, 9000))).toBeNull();
  });

  it.each<[Linked, Linked]>([
    [OPEN, resolved(1, '2026-06-10')],
    [resolved(1, '2026-06-10'), OPEN],
    [OPEN, { ...OPEN, state: 'annulled' }],
    [{ ...OPEN, state: 'annulled' }, resolved(1, '2026-06-10')],
  ])('one that is open no more with one that is', (a, b) => {
    for (const relation of ['excludes', 'implies'] as const)
      expect(codes(relation, a, b, said(9000, 8000))).toEqual(['not_both_open']);
  });
});

describe('for every pair of probabilities', () => {
  const bp = fc.integer({ min: 0, max: 10_000 });
  it('excluding says the same from both sides, and no warning is of a pair that a world allows', () =>
    fc.assert(
      fc.property(bp, bp, (a, b) => {
        const warns = codes('excludes', OPEN, OPEN, said(a, b))!.length > 1;
        expect(codes('excludes', OPEN, OPEN, said(b, a))!.length > 1).toBe(warns);
        expect(warns).toBe(a > 10_000 - b);
        expect(codes('implies', OPEN, OPEN, said(a, b))!.length > 1).toBe(a > b);
      }),
    ));
});
