import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../data.js';
import {
  binInWords,
  brierInWords,
  count,
  grouped,
  headline,
  OUTCOME_WORDS,
  saidPercent,
  scoreInWords,
  sizeNote,
  skillInWords,
} from '../../words.js';
import { denominator } from '../../record-words.js';
import { BinsTable } from '../../components/bins-table.js';
import { type Api, ask, Refusal } from '../api.js';
import type { DeskPageProps } from '../desk-pages.js';
import { useChoices } from '../quick/use-choices.js';
import { LintHabitsOf } from './habits.js';

type Item = Api['TrackRecordItem'];
interface Shown {
  all: Report;
  recent: Report;
  /** with what is archival too */
  withArchival: Report;
  worst: Item[];
  best: Item[];
}

/** The day three months before another; of a shorter month, its last. */
export function threeMonthsBefore(today: string): string {
  const [year, month, date] = today.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 4, Math.min(date, last))).toISOString().slice(0, 10);
}

/** How well one's own probabilities held up: the last three months beside all time. */
export function CalibrationPage({ account }: DeskPageProps) {
  const { forecasters } = useChoices(account);
  const [chosen, choose] = useState(() => new URLSearchParams(location.search).get('forecaster'));
  const [shown, show] = useState<Shown | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const forecaster = chosen ?? forecasters[0]?.slug;

  useEffect(() => {
    if (forecaster === undefined) return;
    const own = `forecaster=${encodeURIComponent(forecaster)}`;
    const from = threeMonthsBefore(new Date().toISOString().slice(0, 10));
    setWrong(null);
    void Promise.all([
      ask<Report>(`calibration?${own}`),
      ask<Report>(`calibration?${own}&from=${from}`),
      ask<Report>(`calibration?${own}&records=all`),
      ask<{ items: Item[] }>(`track-record?${own}&sort=worst&limit=5`),
      ask<{ items: Item[] }>(`track-record?${own}&sort=best&limit=5`),
    ]).then(
      ([all, recent, withArchival, worst, best]) =>
        show({ all, recent, withArchival, worst: worst.items, best: best.items }),
      (error: unknown) => {
        show(null);
        setWrong(error instanceof Refusal ? error.message : String(error));
      },
    );
  }, [forecaster]);

  return (
    <section class="desk-wide">
      <h1>My calibration</h1>
      {forecasters.length > 1 && (
        <label class="chip">
          <span class="chip-label">Forecaster</span>
          <select value={forecaster} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {forecasters.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {wrong !== null && (
        <p class="desk-refusal" role="alert">
          {`${wrong} Nothing was said yet, perhaps.`}
        </p>
      )}
      {shown && (
        <>
          <div class="side-by-side">
            <Period title="The last three months" report={shown.recent} />
            <Period title="All time" report={shown.all} />
          </div>
          <p>{archivalInWords(shown.all.n, shown.withArchival.n)}</p>
          {shown.all.scenarios >= 10 && <BinsTable bins={shown.all.bins} />}
          <div class="side-by-side">
            <Calls title="Biggest misses" items={shown.worst} />
            <Calls title="Best calls" items={shown.best} />
          </div>
        </>
      )}
      {forecaster !== undefined && <LintHabitsOf forecaster={forecaster} />}
      <h2>Everything mine</h2>
      <p>
        All forecasts of those for whom this account may log, with outcomes and scores:{' '}
        <a href="/api/v1/export/mine.csv" download>
          CSV
        </a>{' '}
        ·{' '}
        <a href="/api/v1/export/mine.json" download>
          JSON
        </a>
      </p>
    </section>
  );
}

function archivalInWords(live: number, all: number): string {
  if (all <= live) return 'None of the scored forecasts is archival.';
  return `${count(all - live, 'further forecast')} scored ${all - live === 1 ? 'is' : 'are'} archival (recorded later than stated): ${saidPercent(Number(((all - live) / all).toFixed(2)))} of all, and out of these figures.`;
}

function Period({ title, report }: { title: string; report: Report }) {
  const counted = [
    ...denominator(report).map(([n, words]) => `${grouped(n)} ${words}`),
    `${report.withdrawn} withdrawn`,
    `${report.ended} ended by a changed question`,
  ];
  const told = report.bins.filter((bin) => bin.n >= 5);
  return (
    <section>
      <h2>{title}</h2>
      <p>{headline(report)}</p>
      <p class="counts">{counted.join(' · ')}</p>
      {[report.verdict.text || sizeNote(report.scenarios), brierInWords(report), skillInWords(report)].map(
        (sentence) => sentence && <p key={sentence}>{sentence}</p>,
      )}
      {told.length > 0 && (
        <ul>
          {told.map((bin) => (
            <li key={bin.from}>{binInWords(bin)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Calls({ title, items }: { title: string; items: readonly Item[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {items.length === 0 && <p>None yet.</p>}
      <ol>
        {items.map(({ scenario, probability, forecaster }) => (
          <li key={`${scenario.id} ${forecaster?.slug}`}>
            <a href={`/scenarios/${scenario.id}`}>{scenario.statement}</a>
            <br />
            {scenario.outcome === null
              ? saidPercent(probability!)
              : `${OUTCOME_WORDS[scenario.outcome]}: ${scoreInWords(probability!, scenario.outcome)}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
