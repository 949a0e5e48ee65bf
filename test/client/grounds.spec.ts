import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../client/src/data.js';
import { renderPage } from '../../src/pages/render.js';
import { prediction, resolution, scenario } from './fixtures.js';

/** The page of a prediction as a reader without scripts sees it. */
const pageOf = (change: Partial<Scenario> = {}) =>
  renderPage(prediction({ scenario: scenario(change) }), {})
    .replace(/<script[^]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\u00a0|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ');
const [EVENT] = scenario().evidence;
const [SET, CONFIRMED] = scenario().testabilities;

describe('a prediction’s page says how it can be judged', () => {
  it('by whom it was set, and which editor confirmed it for which version', () =>
    expect(pageOf()).toContain(
      'Set by Tom Reed, 2 March 2026, 09:15 UTC; confirmed by Ines Varga, 5 March 2026, 08:00 UTC, for version 1: The notice is public.',
    ));
  it('and that nobody has confirmed it', () =>
    expect(pageOf({ testabilities: [SET!], testabilityConfirmed: null })).toContain(
      'Set by Tom Reed, 2 March 2026, 09:15 UTC; no editor has confirmed it.',
    ));
  it('by an editor alone, where its author had said nothing', () => {
    const alone = { ...CONFIRMED!, criteriaVersion: 2, note: null };
    expect(pageOf({ testabilities: [alone], testabilityConfirmed: alone })).toContain(
      'Confirmed by Ines Varga, 5 March 2026, 08:00 UTC.',
    );
  });
  it('and nothing of who, where nobody has looked', () => {
    const page = pageOf({ testability: 'untested', testabilities: [], testabilityConfirmed: null });
    expect(page).toContain('Nobody has yet checked whether this can be judged.');
    expect(page).not.toMatch(/[Cc]onfirmed by|Set by/);
  });
});

describe('a prediction’s page says which edge case decided', () => {
  it.each<[string, Parameters<typeof resolution>[0], string | null]>([
    ['a row', { edgeCase: 1 }, 'Decided by edge case 1, “Closed at night only”: it does not count.'],
    ['none that fits', { noEdgeCase: 'It was open.' }, 'No edge case of the criteria fits: It was open.'],
    ['not said', {}, 'Which edge case applied was not said.'],
    ['absence needs none', { basis: 'absence' }, null],
    ['an annulment needs none', { outcome: 'annulled', annulment: 'ambiguous', basis: null }, null],
    ['a version without a table has none', { criteriaVersion: 1 }, null],
  ])('%s', (_, change, words) => {
    const page = pageOf({ resolutions: [resolution(change)] });
    if (words === null) expect(page).not.toMatch(/edge case (1|of the|applied)/i);
    else expect(page).toContain(words);
  });

  it('and that it was judged by criteria that came late', () => {
    const [first, second] = scenario().criteriaVersions;
    const page = pageOf({ criteriaVersions: [first!, { ...second!, late: true }] });
    expect(page).toContain('under version 2 of the criteria, written when the outcome may have been known');
  });
});

describe('a prediction’s page tells of its “if”', () => {
  it.each([
    ['held', 'It was judged to have held.'],
    ['failed', 'It was judged not to have come about.'],
    ['undetermined', 'Whether it holds has not been judged.'],
  ] as const)('%s, in words', (premiseState, words) => expect(pageOf({ premiseState })).toContain(words));

  it('what counts as holding, and the evidence for it', () => {
    const page = pageOf({
      premiseCriteria: {
        ...scenario().criteria!,
        version: 1,
        change: 'initial',
        text: 'The office says so.',
      },
      evidence: [{ ...EVENT!, on: 'premise' }],
      resolutions: [resolution({ premise: 'held', premiseEvidence: [EVENT!.event.id], evidence: [] })],
    });
    expect(page).toContain('What counts as the “if” holding The office says so.');
    expect(page).toContain('on the “if”: speaks for it');
    expect(page).toMatch(/The “if”: held ?: A cracked gate closes the Sallow Lock/);
  });

  it('an event that is linked to both has one place to which links lead', () => {
    const evidence = [EVENT!, { ...EVENT!, on: 'premise' as const }];
    const html = renderPage(prediction({ scenario: scenario({ evidence }) }), {});
    expect(html.match(/<li id="event-event-1"/g)).toHaveLength(1);
  });
});

describe('a prediction’s page tells of its events', () => {
  it('on whose word their figures rest, and how many independent origins they have', () =>
    expect(pageOf()).toContain('by the count of the waterways office · 2 sources, 1 independent origin'));
  it('which wire a source runs, and the digest of the copy that the desk keeps', () => {
    expect(pageOf()).toContain('running Waterways office, notice 41');
    expect(pageOf()).toMatch(/A copy is kept by the desk, of 15 April 2026 SHA-256 c0ffee0+/);
  });
  it('what put a resolution in doubt, and what answered that', () => {
    const referrals = [
      { cause: 'event_retracted', eventId: 'event-2', recordedAt: '2026-07-10T12:00:00Z' },
      { cause: 'event_restored', eventId: 'event-2', recordedAt: '2026-07-11T12:00:00Z' },
    ] as const;
    const page = pageOf({ resolutions: [resolution({ referrals: [...referrals] })] });
    expect(page).toContain(
      '10 July 2026, 12:00 UTC: back in the queue, as an event that it rests on was retracted.',
    );
    expect(page).toContain('11 July 2026, 12:00 UTC: off the queue again, as that event is believed again.');
    expect(page).not.toContain('In doubt');
    const open = resolution({ referrals: [referrals[0]], inDoubt: 'event_retracted' });
    expect(pageOf({ resolutions: [open] })).toContain('In doubt: an event that it rests on was retracted.');
  });
});
