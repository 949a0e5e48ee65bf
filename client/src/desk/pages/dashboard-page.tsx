import { useEffect, useState } from 'preact/hooks';
import { OverTimeSection } from '../../components/over-time-section.js';
import type { OverTime, Report } from '../../data.js';
import { verdictInWords } from '../../record-words.js';
import { decimal, grouped, percent } from '../../words.js';
import { ask } from '../api.js';
import {
  dashboardRow,
  type DashboardRow,
  filtersOf,
  type Group,
  type Grouping,
  GROUPINGS,
} from '../judging/dashboard-figures.js';
import { WideTable } from '../wide-table.js';

type Groups = { groups: Group[] };

const TITLES: Record<Grouping, string> = {
  ...{ forecaster: 'By forecaster', topic: 'By topic', kind: 'By kind', term: 'By term' },
  month: 'By month of the outcome',
};

const reportOf = (query: string): Promise<Report> => ask<Report>(`calibration?${query}`);

async function wholeDesk(): Promise<DashboardRow> {
  const report = await reportOf('');
  const [all, observable] = [await reportOf('records=all'), await reportOf('testability=observable')];
  return dashboardRow({ key: 'all', title: 'The whole desk', report }, all, observable, {});
}

async function rowsBy(by: Grouping): Promise<DashboardRow[]> {
  const of = (filters: string) => ask<Groups>(`calibration?groupBy=${by}${filters}`);
  const live = await of('');
  const [all, observable] = [await of('&records=all'), await of('&testability=observable')];
  const same = ({ groups }: Groups, key: string) => groups.find((one) => one.key === key)?.report;
  return live.groups.map((group) =>
    dashboardRow(group, same(all, group.key), same(observable, group.key), filtersOf(by, group.key)),
  );
}

/** How the desk does, part by part, with what could make it look better than it is; each number opens its rows. */
export function DashboardPage() {
  const [desk, setDesk] = useState<DashboardRow | null>(null);
  const [parts, setParts] = useState<Partial<Record<Grouping, DashboardRow[]>>>({});
  const [overTime, setOverTime] = useState<OverTime | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const load = async () => {
      setDesk(await wholeDesk());
      setOverTime(await ask<OverTime>('calibration/over-time'));
      for (const by of GROUPINGS) {
        const rows = await rowsBy(by);
        setParts((before) => ({ ...before, [by]: rows }));
      }
    };
    load().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  }, []);
  return (
    <div class="dashboard">
      <h1>How the desk does</h1>
      <p class="note">
        Live forecasts, the first of each. A desk cannot look good by voiding, waiting or backdating: what was
        annulled, is overdue or archival stands beside every score. Each number opens the rows behind it.
      </p>
      {failure && (
        <p class="desk-refusal" role="alert">
          {failure}
        </p>
      )}
      {desk ? <Figures title="The whole desk" rows={[desk]} /> : <p class="none">Reading …</p>}
      {overTime && <OverTimeSection overTime={overTime} />}
      {GROUPINGS.map((by) => parts[by] && <Figures key={by} title={TITLES[by]} rows={parts[by]} />)}
    </div>
  );
}

function Figures({ title, rows }: { title: string; rows: readonly DashboardRow[] }) {
  const id = `by-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <p class="none">Nothing is counted here yet.</p>
      ) : (
        <WideTable label={title} heads={HEADS} cells="figures">
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </WideTable>
      )}
    </section>
  );
}

const HEADS = [
  ...[{ unseen: 'Of' }, 'n', 'Brier score', 'better than base rate', 'calibration error', 'verdict'],
  ...['resolved early', 'annulled', 'overdue', 'archival', 'criteria observable', 'judged of those due'],
];

const part = (x: number | null): string => (x === null ? '–' : percent(x));
const score = (x: number | null): string => (x === null ? '–' : decimal(x));

function Row({ row: { title, report, links, ...shares } }: { row: DashboardRow }) {
  const behind = (text: string, href: string) => <td>{text === '–' ? text : <a href={href}>{text}</a>}</td>;
  return (
    <tr>
      <th scope="row">{title}</th>
      {behind(grouped(report.n), links.counted)}
      {behind(score(report.brierScore), links.counted)}
      {behind(part(report.brierSkillScore), links.counted)}
      {behind(score(report.calibrationError), links.counted)}
      <td title={report.verdict.text}>{verdictInWords(report)}</td>
      {behind(part(shares.resolvedEarly), links.early)}
      {behind(part(shares.annulled), links.annulled)}
      {behind(part(shares.overdue), links.overdue)}
      {behind(part(shares.archival), links.archival)}
      {behind(part(shares.observable), links.observable)}
      {behind(part(shares.judged), links.overdue)}
    </tr>
  );
}
