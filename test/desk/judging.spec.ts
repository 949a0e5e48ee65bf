import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../client/src/desk/api.js';
import { deskPageAt } from '../../client/src/desk/desk-pages.js';
import { dashboardRow, filtersOf } from '../../client/src/desk/judging/dashboard-figures.js';
import { movedInWords } from '../../client/src/desk/judging/effect-words.js';
import { faultsOf, isConflict } from '../../client/src/desk/faults.js';
import {
  bodyOf,
  draftOf,
  missingIn,
  type ToJudge,
  withEvent,
} from '../../client/src/desk/judging/judgement-draft.js';
import { actionOf, KEYS } from '../../client/src/desk/judging/keys.js';
import { emptyQueue, queueReducer } from '../../client/src/desk/judging/queue-state.js';
import type { Report } from '../../client/src/data.js';
import type { Evidence } from '../../client/src/data.js';

const press = (key: string, typing = false) => actionOf({ key, typing });

describe('a key', () => {
  it.each([
    ['y', { do: 'judge', outcome: 'occurred' }],
    ['n', { do: 'judge', outcome: 'not_occurred' }],
    ['a', { do: 'judge', outcome: 'annulled' }],
    ['j', { do: 'move', by: 1 }],
    ['k', { do: 'move', by: -1 }],
    ['u', { do: 'undo' }],
    ['q', null],
  ])('%s says what to do', (key, action) => expect(press(key)).toEqual(action));

  it('is a letter where somebody types, but for Escape, which closes', () => {
    for (const { keys } of KEYS)
      for (const key of keys) expect(press(key, true)).toEqual(key === 'Escape' ? { do: 'close' } : null);
  });

  it('belongs to the browser with Ctrl, Alt or the command key', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(actionOf({ key: 'n', typing: false, [held]: true })).toBeNull();
  });
});

describe('the place in the queue', () => {
  const reduce = queueReducer((id: string) => id);
  const loaded = reduce(emptyQueue<string>(), { type: 'loaded', items: ['p', 'q', 'r'], next: null });
  const key = (state: typeof loaded, name: string) => reduce(state, { type: 'key', action: press(name)! });

  it('stops at both ends', () => {
    expect(key(loaded, 'k').at).toBe(0);
    expect(['j', 'j', 'j', 'j'].reduce(key, loaded).at).toBe(2);
  });

  it('is the next entry after one has left, and the last one at the end', () => {
    const second = key(loaded, 'j');
    expect(reduce(second, { type: 'left', ids: ['q'] })).toMatchObject({ items: ['p', 'r'], at: 1 });
    const third = key(second, 'j');
    expect(reduce(third, { type: 'left', ids: ['r'] })).toMatchObject({ items: ['p', 'q'], at: 1 });
    expect(reduce(third, { type: 'left', ids: ['p', 'q'] })).toMatchObject({ items: ['r'], at: 0 });
  });

  it('is where what was taken back comes back', () => {
    const left = reduce(key(loaded, 'j'), { type: 'left', ids: ['q'] });
    expect(reduce(left, { type: 'back', item: 'q' })).toMatchObject({ items: ['p', 'q', 'r'], at: 1 });
  });

  it('closes its form with every move, and forgets who was selected only as they leave', () => {
    const open = key(key(loaded, 'x'), 'n');
    expect([open.open, [...open.selected]]).toEqual([{ form: 'judge', outcome: 'not_occurred' }, ['p']]);
    expect(key(open, 'j')).toMatchObject({ open: null, selected: new Set(['p']) });
    expect(reduce(open, { type: 'left', ids: ['p'] }).selected.size).toBe(0);
  });

  it('keeps a form that was opened before the dialog said that it had closed', () => {
    const opened = key(key(loaded, '?'), 'n');
    expect(reduce(opened, { type: 'closed', what: 'dialog' })).toMatchObject({
      ...{ help: false, open: { form: 'judge', outcome: 'not_occurred' } },
    });
    expect(reduce(opened, { type: 'closed', what: 'form' }).open).toBeNull();
  });

  it('selects all that are here, and none', () => {
    const all = reduce(loaded, { type: 'all' });
    expect([...all.selected]).toEqual(['p', 'q', 'r']);
    expect(reduce(all, { type: 'all' }).selected.size).toBe(0);
  });

  it('judges several only where some are selected', () => {
    expect(key(loaded, 'b').bulk).toBe(false);
    expect(key(key(loaded, 'x'), 'b').bulk).toBe(true);
  });
});

const evidence = (fields: Partial<Evidence['event']>, bearing: Evidence['bearing'] = 'settles') =>
  ({
    event: {
      id: 'e1',
      headline: 'The port closed.',
      occurredOn: '2026-06-20',
      standing: 'confirmed',
      ...fields,
    },
    ...{ on: 'statement', bearing, note: null, quote: null },
  }) as Evidence;
const scenario: ToJudge = {
  ...{ openedOn: '2026-06-15', deadline: '2026-07-01', premise: null, testability: 'observable' },
  ...{ evidence: [], criteria: null },
};

describe('a judgement before anything is typed', () => {
  it('takes the day and the reason from the event that settled it', () => {
    const draft = draftOf('occurred', { ...scenario, evidence: [evidence({})] }, '2026-07-03');
    expect(draft).toMatchObject({
      ...{ outcomeOn: '2026-06-20', evidence: ['e1'], reason: 'The port closed (20 June 2026).' },
    });
    expect(missingIn(draft, scenario)).toBeNull();
  });

  it.each([
    ['retracted', { standing: 'retracted' as const }],
    ['later than the deadline', { occurredOn: '2026-07-02' }],
    ['earlier than the prediction', { occurredOn: '2026-06-14' }],
  ])('takes no event that is %s', (_, fields) => {
    const draft = draftOf('occurred', { ...scenario, evidence: [evidence(fields)] }, '2026-07-03');
    expect(draft.evidence).toEqual([]);
    expect(missingIn(draft, scenario)).toBe('evidence');
  });

  it('is, past the deadline, that nothing was seen by then, and needs a reason before', () => {
    const over = draftOf('not_occurred', scenario, '2026-07-03');
    expect([over.outcomeOn, missingIn(over, scenario)]).toEqual(['2026-07-01', null]);
    const early = draftOf('not_occurred', scenario, '2026-06-20');
    expect([early.outcomeOn, missingIn(early, scenario)]).toEqual(['2026-06-20', 'reason']);
  });

  it('asks whether the “if” held, and, of an annulment, why', () => {
    const given = { ...scenario, premise: 'If talks fail' };
    expect(missingIn(draftOf('not_occurred', given, '2026-07-03'), given)).toBe('premise');
    expect(missingIn(draftOf('annulled', scenario, '2026-07-03'), scenario)).toBe('annulment');
  });

  it('keeps what was typed when a further event is named, and lets one go again', () => {
    const typed = { ...draftOf('occurred', scenario, '2026-07-03'), reason: 'Mine.' };
    const named = withEvent(typed, { id: 'e2', headline: 'Other', occurredOn: '2026-06-21' });
    expect(named).toMatchObject({ reason: 'Mine.', outcomeOn: '2026-06-21', evidence: ['e2'] });
    expect(withEvent(named, { id: 'e2', headline: '', occurredOn: '' }).evidence).toEqual([]);
  });

  it('is sent with what says that it was judged from the queue, and without what was left empty', () => {
    const draft = draftOf('not_occurred', scenario, '2026-07-03');
    expect(bodyOf(draft, scenario, { entry: 'abc', supersedes: null })).toEqual({
      ...{ outcome: 'not_occurred', outcomeOn: '2026-07-01', reason: draft.reason, entry: 'abc' },
    });
  });
});

describe('a refusal', () => {
  it('is shown at the field that the rule speaks of', () => {
    const of = (code: string) => Object.keys(faultsOf(new Refusal(422, code, 'No.')))[0];
    expect(of('settling_event_required')).toBe('evidence');
    expect(of('impossibility_reason_required')).toBe('reason');
    expect(of('database_busy')).toBe('');
    const named = new Refusal(422, 'validation_failed', 'x', [
      { field: 'items.0.reason', message: 'is blank' },
    ]);
    expect(faultsOf(named)).toEqual({ reason: 'This is blank.' });
  });

  it('is a conflict where somebody was faster', () => {
    for (const code of ['already_resolved', 'resolution_superseded', 'stale_version'])
      expect(isConflict(new Refusal(409, code, 'x'))).toBe(true);
    expect(isConflict(new Refusal(422, 'reason_required', 'x'))).toBe(false);
  });
});

describe('the desk’s addresses', () => {
  it('may have parts that stand for anything', () => {
    expect(deskPageAt('/desk/scenarios/abc/')).toMatchObject({
      ...{ page: { path: '/desk/scenarios/:id' }, params: { id: 'abc' } },
    });
    expect(deskPageAt('/desk/queue')?.page.title).toBe('Queue');
    expect(deskPageAt('/desk/scenarios/abc/def')).toBeUndefined();
  });
});

describe('the dashboard', () => {
  const report = (fields: Partial<Report>) =>
    ({ n: 0, scenarios: 0, annulled: 0, overdue: 0, resolvedEarly: 0, ...fields }) as Report;

  it('says which part was voided, waits, or was put on record afterwards', () => {
    const live = report({ n: 40, scenarios: 30, annulled: 6, overdue: 4, resolvedEarly: 15 });
    const group = { key: 'ports', title: 'Ports', report: live };
    const filters = filtersOf('topic', 'ports');
    const row = dashboardRow(group, report({ n: 50 }), report({ scenarios: 12 }), filters);
    expect(row).toMatchObject({
      ...{ resolvedEarly: 0.5, annulled: 6 / 36, overdue: 0.1, judged: 0.9 },
      ...{ archival: 0.2, observable: 0.4 },
    });
    expect(row.links).toEqual({
      counted: '/record?topic=ports',
      early: '/record?topic=ports&only=early',
      annulled: '/record?topic=ports&state=annulled',
      overdue: '/desk/queue?topic=ports&reason=overdue',
      archival: '/record?topic=ports&records=all',
      observable: '/record?topic=ports&testability=observable',
    });
  });

  it('has no part of nothing', () => {
    const row = dashboardRow({ key: 'x', title: 'x', report: report({}) }, undefined, undefined, {});
    expect([row.annulled, row.overdue, row.judged, row.archival]).toEqual([null, null, null, null]);
  });

  it('takes a month from its first day to its last', () => {
    expect(filtersOf('month', '2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });
});

describe('the effect of a correction in words', () => {
  const figures = { n: 2, occurred: 1, open: 0, overdue: 0, annulled: 0, brierScore: 0.25 };
  const moved = (fields: object) =>
    movedInWords({
      before: { ...figures, verdict: { status: 'insufficient' } },
      after: { ...figures, verdict: { status: 'insufficient' }, ...fields },
    } as unknown as Parameters<typeof movedInWords>[0]);

  it('tells what moves, and nothing else', () => {
    expect(moved({})).toBe('nothing changes');
    expect(moved({ brierScore: 0.2, n: 1 })).toBe(
      '2\u00a0forecasts counted becomes 1; Brier score 0.2500 becomes 0.2000 (better)',
    );
    expect(moved({ brierScore: null, annulled: 1 })).toBe(
      'Brier score 0.2500 becomes none; annulled 0 becomes 1',
    );
  });
});
