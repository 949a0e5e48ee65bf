import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  conflictingClaims,
  readArticle,
  readBriefing,
  renderBriefing,
} from '../../src/briefing-text/index.js';
import { sharedPath } from '../support/shared.js';

const folder = sharedPath('seeds');
const names = folder ? readdirSync(folder).sort() : [];
const read = (name: string) => readFileSync(join(folder!, name), 'utf8');
const reason = folder ? '' : ' (skipped: the folder of seeds is not here)';

(folder ? describe : describe.skip)(`The briefing as it was handed over${reason}`, () => {
  const reading = () => readBriefing(read(names[0]!));

  it('has its header, publication day and edition', () => {
    const { briefing, warnings } = reading();
    expect(briefing).toMatchObject({
      topic: 'Iran Conflict 2026',
      category: 'Conflict',
      status: 'Developing',
      edition: 'Update #15',
      publishedOn: '2026-05-03',
      sources: [{ outlet: 'KTEP / Associated Press', publishedOn: '2026-05-03', url: null }],
    });
    for (const text of [briefing.headline, briefing.standfirst, briefing.takeaway]) expect(text).toBeTruthy();
    expect(briefing.sections.map(({ heading }) => heading)).toEqual([
      null,
      'In plain English',
      'Root Causes',
    ]);
    expect(warnings.map(({ code }) => code)).toEqual([
      'category_status',
      'publication_day',
      'later_than_briefing',
    ]);
  });

  it('has its three scenarios, the first with a premise', () => {
    const { scenarios, refused } = reading();
    expect(refused).toEqual([]);
    expect(scenarios.map(({ kind, term, probability, line }) => [kind, term, probability, line])).toEqual([
      ['risk', 'short', 0.82, 44],
      ['opportunity', 'medium', 0.55, 49],
      ['consequence', 'medium', 0.78, 54],
    ]);
    expect(scenarios.map(({ premise }) => premise !== null)).toEqual([true, false, false]);
    expect(scenarios[0]!.statement).toMatch(/^\p{Lu}.{80,}\.$/u);
  });

  it('has six perspectives, each with the latest day it recounts', () => {
    expect(reading().briefing.perspectives.map(({ actor, asOf }) => [actor, asOf])).toEqual([
      ['Israel', '2026-06-06'],
      ['Lebanon', '2026-06-06'],
      ['Bahrain', '2026-06-06'],
      ['Kuwait', '2026-06-04'],
      ['Russia', '2026-06-06'],
      ['Iran', '2026-06-04'],
    ]);
  });

  it('has no furniture of its page in it', () => {
    expect(JSON.stringify(reading().briefing)).not.toMatch(
      /Skip to content|roadmap|min read|10:51|Read original/,
    );
  });

  it('is the same when its rendering is read', () => {
    const first = reading();
    const again = readBriefing(renderBriefing(first));
    expect(again.briefing).toEqual(first.briefing);
    expect(again.scenarios.map((s) => ({ ...s, line: 0 }))).toEqual(
      first.scenarios.map((s) => ({ ...s, line: 0 })),
    );
  });
});

(folder ? describe : describe.skip)(`The articles as they were handed over${reason}`, () => {
  const articles = () =>
    names.slice(1).map((name) => ({ outlet: name.slice(0, 3), reading: readArticle(read(name)) }));

  it('disagree on the length of the call, and every account is kept', () => {
    const conflict = conflictingClaims(articles()).find(({ about }) => about === 'length of the call');
    expect(conflict?.accounts.map(({ outlet, value }) => [outlet, value])).toEqual(
      expect.arrayContaining([
        ['001', '90 minutes'],
        ['002', 'more than two hours'],
        ['003', 'over two hours'],
        ['004', 'at least 90 minutes'],
      ]),
    );
  });

  it('name weekdays, which have a day once the day of publication is known', () => {
    const [candidate] = readArticle(read(names[2]!), { publishedOn: '2025-03-19' }).candidates;
    expect(candidate).toMatchObject({ words: 'on Tuesday', day: '2025-03-18' });
  });
});
