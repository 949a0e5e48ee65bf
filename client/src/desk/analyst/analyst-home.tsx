import { useEffect, useState } from 'preact/hooks';
import { count, OUTCOME_WORDS, saidPercent, scoreInWords } from '../../words.js';
import { type Api, ask, askAll } from '../api.js';
import type { DeskAccount } from '../desk-pages.js';
import { openQuickBox } from '../quick/quick-host.js';
import { useChoices } from '../quick/use-choices.js';

/** What waits for an analyst, and what became of what was said. */
export function AnalystHome({ account }: { account: DeskAccount }) {
  const [counts, setCounts] = useState<Api['StandingCounts'] | null>(null);
  const [latest, setLatest] = useState<Api['TrackRecordItem'][]>([]);
  const [handed, setHanded] = useState(0);
  const { forecasters } = useChoices(account);
  const own = account.mayLogFor === null ? null : forecasters.map(({ slug }) => slug);

  useEffect(() => {
    const load = () => void ask<Api['StandingCounts']>('standings/counts').then(setCounts, () => undefined);
    load();
    void askAll<unknown>('handovers').then(
      ({ length }) => setHanded(length),
      () => undefined,
    );
    addEventListener('hindcast:recorded', load);
    return () => removeEventListener('hindcast:recorded', load);
  }, []);
  useEffect(() => {
    if (forecasters.length === 0) return;
    const lists = (own ?? [null]).map((slug) =>
      ask<{ items: Api['TrackRecordItem'][] }>(
        `track-record?sort=recent&limit=5${slug === null ? '' : `&forecaster=${encodeURIComponent(slug)}`}`,
      ).then(
        ({ items }) => items,
        () => [], // a name that has said nothing yet
      ),
    );
    const dayOf = (item: Api['TrackRecordItem']) => item.scenario.outcomeOn ?? '';
    void Promise.all(lists).then((all) =>
      setLatest(
        all
          .flat()
          .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
          .slice(0, 5),
      ),
    );
  }, [forecasters]);

  return (
    <>
      <p>
        Press <kbd>n</kbd> anywhere on the desk and type one line:{' '}
        <code>! what could happen by June 65% #topic</code>, then Enter.{' '}
        <button type="button" onClick={openQuickBox}>
          Log a forecast
        </button>
      </p>
      {counts && (
        <p>
          <a href="/desk/scenarios">{`${count(counts.open, 'open scenario')}`}</a>
          {`: ${counts.overdue} overdue, ${counts.dueSoon} due within seven days, ${counts.stale} stale.`}
        </p>
      )}
      {handed > 0 && (
        <p>
          <a href="/desk/briefing">{count(handed, 'briefing')}</a>
          {` ${handed === 1 ? 'was' : 'were'} handed on, and ${handed === 1 ? 'waits' : 'wait'} for an editor.`}
        </p>
      )}
      {latest.length > 0 && (
        <section>
          <h2>Latest outcomes</h2>
          <ul>
            {latest.map(({ scenario, probability, forecaster }) => (
              <li key={`${scenario.id} ${forecaster?.slug}`}>
                <a href={`/scenarios/${scenario.id}`}>{scenario.statement}</a>
                {` ${forecaster?.name ?? ''}: ${
                  scenario.outcome
                    ? `${OUTCOME_WORDS[scenario.outcome]}, ${scoreInWords(probability!, scenario.outcome)}`
                    : saidPercent(probability!)
                }`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
