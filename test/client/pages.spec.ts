import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedJson } from '../../client/src/document.js';
import type { ScenarioLink } from '../../client/src/data.js';
import { DARK, LIGHT } from '../../client/src/charts/theme.js';
import { assetsFor, type Manifest } from '../../src/pages/assets.js';
import { readRecordQuery } from '../../src/pages/record-query.js';
import { renderPage } from '../../src/pages/render.js';
import type { Resolution } from '../../client/src/data.js';
import {
  calibration,
  DESK,
  front,
  group,
  items,
  prediction,
  record,
  report,
  resolution,
  scenario,
  SITE,
} from './fixtures.js';

const MANIFEST: Manifest = {
  'client/src/entry.tsx': { file: 'entry-1.js' },
  'client/src/styles.css': { file: 'styles-1.css' },
  'client/src/pages/front-page.tsx': { file: 'front-1.js', imports: ['_shell.js', 'client/src/entry.tsx'] },
  '_shell.js': { file: 'shell-1.js' },
  'client/src/charts/chart.ts': { file: 'chart-1.js' },
};
/** The page as a reader without scripts sees it: its text, without marks. */
const textOf = (html: string) =>
  html
    .replace(/<script[^]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

const rows = (n: number) =>
  [[n, 20, 2], ...Array.from({ length: 9 }, () => [0, 0, 0])] as unknown as Parameters<typeof report>[0];

describe('the front page', () => {
  const html = renderPage(front(), MANIFEST);
  const text = textOf(html);

  it('is a complete document', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<link rel="canonical" href="https://desk.example/"');
    expect(html).toContain('<link rel="stylesheet" href="/assets/styles-1.css"');
  });
  it('begins with how many were expected and how many came true', () =>
    expect(text).toContain(
      'Of 346 predictions, 101 were expected to come true; 81 did (95% range 87 to 114).',
    ));
  it('shows the whole denominator, each part a link', () => {
    expect(text).toContain('Predictions: 346 scored · 12 open · 2 overdue · 3 annulled');
    for (const state of ['open', 'overdue', 'annulled'])
      expect(html).toContain(`href="/record?state=${state}"`);
  });
  it('says how well judging repeats itself, where something was judged twice', () => {
    expect(text).toContain('was not told the outcome: 37 of 40 agreed (93 %; 90 % range 83–97 %).');
    const nothing = { read: 0, agreed: 0, share: null, interval: { level: 0.9, low: null, high: null } };
    expect(textOf(renderPage(front({ rereads: nothing }), MANIFEST))).not.toContain('agreed');
  });
  it('holds the data of the diagram as a table', () => {
    expect(text).toContain('70–80 % 25 79 % 16 64 % 48–78 %');
    expect(text).toContain('90–100 % no forecasts');
  });
  it('has misses and best calls, what was resolved lately and what is new, each with the way to all', () => {
    for (const title of ['Biggest misses', 'Best calls', 'Resolved lately', 'Newest predictions'])
      expect(text).toContain(title);
    for (const address of ['/record?sort=worst', '/record?sort=best', '/record', '/record?state=open'])
      expect(html).toContain(`href="${address}"`);
  });
  it('has the kinds and terms side by side, and shows what is missing as missing', () => {
    expect(text).toContain('Risk 346 23 % 0.137 24 % 0.063 (luck: up to 0.078) runs high');
    expect(html.match(/<svg class="small-diagram/g)).toHaveLength(2);
    expect(text).toContain('too early to say: 9 of 30');
    expect(text).toContain('Nothing scored yet, so not shown: Consequence.');
    expect(text).toContain('Nothing scored yet, so not shown: medium term, long term.');
    expect(text).not.toMatch(/NaN|\bnull\b|\b0 of 0/);
  });
  it('has the score over time in words and as a table', () => {
    expect(text).toContain(
      'Each point is the average squared gap of the last 50 predictions scored by then. On 30 June 2026 it stood at ' +
        '0.150 over 50 predictions: better than always quoting their base rate of 40 %, which gives 0.240.',
    );
    expect(text).toContain('27 March 2026 12 0.200 25 % 0.188');
  });
  it('sends its script no data of the parts that never change', () => {
    const data = /id="page-data">([^]*?)<\/script>/.exec(html)?.[1];
    expect(Object.keys(JSON.parse(data!) as object)).toEqual(['page', 'site', 'query', 'report', 'overTime']);
  });
  it('says on the example desk that everything is invented', () => {
    expect(text).toContain('Example desk: everything here is invented');
    expect(textOf(renderPage(front({ site: { ...SITE, example: false } }), MANIFEST))).not.toContain(
      'Example desk',
    );
  });
  it('has no inline style, no inline script and no cookie', () => {
    expect(html).not.toMatch(/ style="|<style|onclick|javascript:/);
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script type="module" src="/assets/entry-1.js">',
      '<script type="application/json" id="page-data">',
    ]);
  });
  it('fetches beforehand what its script will ask for', () =>
    expect(html.match(/modulepreload" href="([^"]+)/g)?.map((m) => m.split('"').pop())).toEqual([
      '/assets/front-1.js',
      '/assets/shell-1.js',
      '/assets/chart-1.js',
    ]));
  it('stands without the browser’s part', () => {
    expect(textOf(renderPage(front(), {}))).toContain('Of 346 predictions');
    expect(assetsFor('front', {})).toEqual({ style: null, script: null, preload: [] });
  });
  it('has no chart under ten forecasts, and says why', () => {
    const few = renderPage(front({ report: report(rows(9)) }), MANIFEST);
    expect(few).not.toContain('<canvas');
    expect(textOf(few)).toContain(
      'Just started: 9 predictions scored. A chart appears from 10, a verdict from 30.',
    );
  });
  it('has no verdict under thirty', () => {
    const some = textOf(renderPage(front({ report: report(rows(29)) }), MANIFEST));
    expect(some).toContain('Too early to say: 29 of the 30 results a verdict needs.');
    expect(some).not.toContain('less often than their probabilities');
  });
  it('is provisional under a hundred', () =>
    expect(textOf(renderPage(front({ report: report(rows(99)) }), MANIFEST))).toContain(
      'So far, forecasts come true less often than their probabilities say.',
    ));
  it('shows nothing scored as nothing scored', () => {
    const none = textOf(
      renderPage(
        front({
          report: report(rows(0)),
          worst: [],
          best: [],
          lately: [],
          groups: { kind: [], term: [] },
          overTime: { window: 50, by: 'forecast', points: [] },
        }),
        MANIFEST,
      ),
    );
    expect(none).toContain('No prediction has been scored yet.');
    expect(none).not.toMatch(/NaN|\bnull\b|\b0 of 0/);
  });
  it('keeps the filters in its form and in its links', () => {
    const filtered = renderPage(front({ query: { kind: 'risk' } }), MANIFEST);
    expect(filtered).toMatch(/<option value="risk" selected|<option selected value="risk"/);
    expect(filtered).toContain('href="/record?kind=risk&amp;state=open"');
  });
});

describe('the list of the record', () => {
  const html = renderPage(record({ query: { q: 'lock' } }), MANIFEST);
  const text = textOf(html);

  it('lists what was said, by whom, and what became of it', () => {
    for (const item of items) expect(text).toContain(item.scenario.statement);
    expect(text).toContain('(occurred 12 days late)');
    expect(text).toContain('Annulled , 11 June 2026');
    expect(html).toContain(`href="/scenarios/${items[0]!.scenario.id}"`);
  });
  it('goes on at an address that keeps what was asked', () =>
    expect(html).toContain('rel="next" href="/record?q=lock&amp;cursor=bmV4dA"'));
  it('says what was looked for and in which order, with the counts above', () => {
    expect(text).toContain('Only statements that hold “lock”. All Order: latest outcome first.');
    expect(text).toContain('Predictions: 346 scored · 12 open · 2 overdue · 3 annulled');
    expect(html).toMatch(/<input type="search" name="q" value="lock"|name="q"[^>]*value="lock"/);
  });
  it('has the forecasts of one point worst first', () =>
    expect(textOf(renderPage(record({ query: { bin: '70-80' } }), MANIFEST))).toContain(
      'Only forecasts of 70–80 %. All Order: biggest misses first.',
    ));
  it('needs no script', () => expect(html).not.toContain('<script'));
});

describe('the page of calibration', () => {
  it('shows the groups that were asked for, each with its own filtered report', () => {
    const months = { month: [group('2026-02'), group('2026-05')] };
    const html = renderPage(
      calibration({ query: { groupBy: 'month', kind: 'risk' }, groups: months }),
      MANIFEST,
    );
    expect(html).toContain('href="/calibration?kind=risk&amp;from=2026-02-01&amp;to=2026-02-28"');
    expect(textOf(html)).toContain('February 2026 346 23 %');
    expect(textOf(html)).toContain('Nothing scored yet, so not shown: March 2026, April 2026.');
  });
  it('offers every filter of the report in its form', () => {
    const html = renderPage(calibration(), MANIFEST);
    for (const name of [
      'topic',
      'kind',
      'term',
      'forecaster',
      'from',
      'to',
      'vantage',
      'records',
      'testability',
    ])
      expect(html).toContain(`name="${name}"`);
    expect(html).toContain('name="groupBy"');
  });
  it('has which forecast counts as a choice in sight', () =>
    expect(textOf(renderPage(calibration({ query: { vantage: 'last' } }), MANIFEST))).toContain(
      'Which forecast counts: as first published · as it last stood · averaged over time',
    ));
});

describe('the page of a fault', () => {
  it('tells the id of the request and nothing else', () => {
    const html = renderPage({ page: 'fault', site: SITE, requestId: 'abc-123' }, MANIFEST);
    expect(textOf(html)).toContain('The fault is on record as abc-123');
    expect(html).toContain('noindex');
  });
});

describe('a prediction’s page', () => {
  const html = renderPage(prediction(), MANIFEST);
  const text = textOf(html);

  it('has the statement, its premise and where it stands', () => {
    expect(text).toContain('If the spring inspection goes ahead:');
    expect(text).toContain('The Sallow Lock stays closed to barges for more than ten days in a row');
    expect(text).toContain('Did not happen by 30 June 2026 (occurred 12 days late).');
    expect(text).toContain('end of 30 June 2026 (Europe/Brussels)');
  });
  it('links what was linked, both ways, and says what does not go together', () => {
    const other = { id: 'another', statement: 'The lock opens early', state: 'open' as const };
    const link = { id: '1', relation: 'implies' as const, scenario: other, note: 'One and the same gate.' };
    const page = (direction: 'outgoing' | 'incoming', incoherence: ScenarioLink['incoherence']) =>
      renderPage(
        prediction({ scenario: scenario({ links: [{ ...link, direction, incoherence }] }) }),
        MANIFEST,
      );
    const warning = {
      ...{ code: 'likelier_than_implied' as const, message: 'Ana gives <i>50 %</i>.', linkId: '1' },
      ...{ forecaster: DESK, probabilities: [0.5, 0.4] },
    };
    const warned = page('outgoing', { notCompared: null, warnings: [warning] });
    expect(warned).toContain('href="/scenarios/another"');
    expect(textOf(warned)).toContain('Where this comes true, so does The lock opens early open');
    expect(textOf(warned)).toContain('One and the same gate. Does not go together: Ana gives &lt;i>50 %');
    const notCompared = { code: 'windows_apart' as const, message: 'not compared: why' };
    const apart = page('incoming', { notCompared, warnings: [] });
    expect(textOf(apart)).toContain('Comes true where this does: The lock opens early');
    expect(textOf(apart)).toContain('What was said is not compared: why.');
    expect(text).not.toContain('Linked predictions');
  });
  it('tells the score in words', () =>
    expect(text).toContain(
      'The Lowland Desk said 82 %, it did not happen: squared gap 0.67; further off than saying 50 %.',
    ));
  it('has the scores of everyone side by side, at each vantage and over time', () => {
    expect(text).toContain(
      'The Lowland Desk 0.672 said 82 % 0.122 said 35 % 0.374 stood over 99 % of the time',
    );
    expect(text).toContain('Mira Holt 0.014 said 12 % withdrawn 0.014 stood 15 % of the time');
    expect(text).toContain(
      'The crowd’s median 0.221 47 %, of 2 fewer than two 0.055 two or more stood 15 % of the time',
    );
  });
  it('has apart what archival forecasts change', () => {
    const [, archival] = text.split('With archival forecasts: not in the headline');
    expect(archival).toContain('The Lowland Desk 0.672 said 82 %');
    expect(archival).toContain('Mira Holt 0.160 said 40 % withdrawn 0.124 stood 60 % of the time');
    expect(archival).toContain('The crowd’s median 0.372 61 %, of 2');
  });
  it('has baseline and peer scores one click further, with what they are', () => {
    const [before, further] = html.split('<details class="statisticians">').map(textOf);
    expect(before).not.toMatch(/baseline|peer/i);
    expect(further).toContain('The Lowland Desk −49.6 −4.5 Mira Holt +12.1 +4.5');
    expect(further).toContain('Baseline score: how much better than always saying 50 %');
    expect(further).toContain('Peer score: how much better than the others');
  });
  it('has no peer score and no median of one forecaster', () => {
    const alone = <T extends { forecaster: { slug: string } }>(rows: readonly T[]) =>
      rows.filter(({ forecaster }) => forecaster.slug === DESK.slug);
    const { scores, scoresOverTime } = scenario();
    const own = alone(scoresOverTime).map((score) => ({
      ...score,
      records: 'live' as const,
      peerScore: null,
    }));
    const one = textOf(
      renderPage(
        prediction({
          scenario: scenario({
            ...{ scores: alone(scores), scoresOverTime: own.slice(0, 1), crowd: [] },
            forecasts: alone(scenario().forecasts),
          }),
        }),
        MANIFEST,
      ),
    );
    expect(one).toContain('The Lowland Desk −49.6 Baseline score:');
    expect(one).not.toMatch(/peer score|median|archival forecasts:/i);
  });
  it.each(['open', 'annulled'] as const)('has no table of scores while it is %s', (state) => {
    const scores = scenario().scores.map((score) => ({ ...score, brierScore: null }));
    const page = renderPage(prediction({ scenario: scenario({ state, scores }) }), MANIFEST);
    expect(page).not.toContain('id="scores"');
    expect(page).not.toContain('statisticians');
  });
  it('shows every forecast, with labels for archival ones, withdrawals and errata', () => {
    expect(text).toContain('82 % The Lowland Desk 2 March 2026, 09:15 UTC');
    expect(text).toContain('archival : written down 30 March 2026, 12:00 UTC');
    expect(text).toContain('withdrawn 20 May 2026, 12:00 UTC');
    expect(text).toContain('probability first stood as 3.5 % , became 35 %');
  });
  it('shows what later editions said of it, and says where nobody has said why', () => {
    const edition = {
      ...{
        briefingId: 'b',
        version: 1,
        headline: 'The lock',
        edition: 'Update #16',
        publishedOn: '2026-04-02',
      },
      ...{ statement: null, why: null, successor: null, replaces: null, recordedAt: '2026-04-02T08:00:00Z' },
    };
    const html = renderPage(
      prediction({
        scenario: scenario({
          editions: [
            { ...edition, standing: 'clarified', statement: 'No barge passes for eleven days' },
            { ...edition, version: 2, standing: 'dropped' },
            { ...edition, edition: null, standing: 'changed', successor: 'next' },
          ],
        }),
      }),
      MANIFEST,
    );
    expect(html).toContain('<q>No barge passes for eleven days</q>');
    expect(html).toContain('Nobody has said why it was dropped.');
    expect(html).toContain('href="/scenarios/next"');
    expect(renderPage(prediction(), MANIFEST)).not.toContain('In later editions');
  });

  it('shows all versions of the criteria', () => {
    expect(text).toContain('Version 2, 20 March 2026, 10:00 UTC: clarified');
    expect(text).toContain('The lock is closed for more than ten days.');
  });
  it('shows events with standing, bearing and sources', () => {
    expect(text).toContain('14 April 2026 · confirmed · speaks for it');
    expect(html).toContain(
      '<a href="https://courier.example/lock" rel="noopener nofollow external">Northmere Courier</a>',
    );
  });
  it('shows a corrected resolution beside its correction', () => {
    expect(text).toMatch(
      /Happened , 25 April 2026 superseded.*Did not happen , 30 June 2026 correction: this stands/,
    );
    expect(text).toContain('Recorded 1 July 2026, 08:20 UTC by Ines Varga');
  });
  it('says whether forecasts were shown to whoever judged, and what others found who judged again', () => {
    const mark = {
      ...{ outcome: 'occurred' as const, annulment: null },
      ...{ agreed: false, recordedAt: '2026-07-20T09:00:00Z' },
    };
    const judged = (change: Partial<Resolution>) =>
      textOf(renderPage(prediction({ scenario: scenario({ resolutions: [resolution(change)] }) }), MANIFEST));
    const hidden = judged({ rereads: [mark], inDoubt: 'reread_disagreed' });
    expect(hidden).toContain('Judged from the queue, which hides the forecasts.');
    expect(hidden).toContain(
      'Judged again on 20 July 2026 by somebody who was not told the outcome, who came to another: happened.',
    );
    expect(hidden).toContain('In doubt: somebody who judged it again, not told the outcome,');
    const shown = judged({ forecastsShown: true, rereads: [{ ...mark, agreed: true }] });
    expect(shown).toContain('Judged by somebody who had asked to see the forecasts first.');
    expect(shown).toContain('who was not told the outcome, who agreed.');
    expect(judged({ forecastsShown: null })).not.toMatch(/forecasts first|hides the forecasts/);
  });
  it('makes no link of an address that is not of the web', () => {
    const [first] = scenario().evidence;
    const [source] = first!.event.sources;
    const sources = [{ ...source!, url: 'javascript:alert(1)' }];
    const evidence = [{ ...first!, event: { ...first!.event, sources } }];
    expect(renderPage(prediction({ scenario: scenario({ evidence }) }), MANIFEST)).not.toContain(
      'href="javascript:',
    );
  });
  it('lets no text of others end the page’s data or become HTML', () => {
    const statement = '</script><script>alert(1)</script><!-- <b>bold</b> \u2028 & "x"';
    const hostile = renderPage(prediction({ scenario: scenario({ statement }) }), { ...MANIFEST });
    expect(hostile).not.toContain('<script>alert');
    expect(hostile).not.toContain('<b>bold');
    const data = /id="page-data">([^]*?)<\/script>/.exec(hostile)?.[1];
    expect((JSON.parse(data!) as { scenario: { statement: string } }).scenario.statement).toBe(statement);
  });
});

it('data in the page holds no "<"', () =>
  expect(embeddedJson({ a: '<!--<script>' })).toBe('{"a":"\\u003c!--\\u003cscript>"}'));

describe('the address of a page', () => {
  it('gives the filters', () =>
    expect(
      readRecordQuery({ topic: 'lowland', kind: 'risk', from: '2026-01-01', vantage: 'last', q: ' a lock ' }),
    ).toEqual({
      query: { topic: 'lowland', kind: 'risk', from: '2026-01-01', vantage: 'last', q: 'a lock' },
      ignored: [],
    }));
  it('leaves out what a form sends empty, and what others hang on', () =>
    expect(readRecordQuery({ topic: '', utm_source: 'x', fbclid: 'y' })).toEqual({ query: {}, ignored: [] }));
  it.each<[object, string]>([
    [{ kind: 'threat' }, 'is none of risk, opportunity, consequence'],
    [{ kind: ['risk', 'risk'] }, 'stands there more than once'],
    [{ topic: 'No Slug' }, 'is no name of one'],
    [{ from: '2026-02-30' }, 'is no day that exists, written as 2026-06-30'],
    [{ bin: '80-70' }, 'is no part of the diagram, written as 70-80'],
    [{ q: 'x'.repeat(201) }, 'cannot be searched for'],
    [{ testability: 'perhaps' }, 'is none of observable, judged, untested'],
    [{ colour: 'blue' }, 'is no filter of this page'],
    [{ from: '2026-02-02', to: '2026-02-01' }, 'lies before 2026-02-02'],
  ])('leaves out and tells what makes no sense: %j', (raw, why) => {
    const { query, ignored } = readRecordQuery(raw as Record<string, unknown>);
    expect(ignored.map((one) => one.why)).toEqual([why]);
    for (const { name } of ignored) expect(query).not.toHaveProperty(name);
  });
});

it('the style sheet and the charts share their colours', () => {
  const css = readFileSync(join(process.cwd(), 'client/src/styles.css'), 'utf8');
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const colour = (of: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(of)?.[1];
  for (const [part, theme] of [
    [light, LIGHT],
    [dark, DARK],
  ] as const) {
    expect(colour(part, 'paper')).toBe(theme.surface);
    expect(colour(part, 'ink')).toBe(theme.ink);
    expect(colour(part, 'muted')).toBe(theme.muted);
    theme.series.forEach((value, i) => expect(colour(part, `series-${i}`)).toBe(value.toLowerCase()));
  }
});
