import type { Figure, MeanAndTail, Report } from '../data.js';
import { decimal, percent, range, TERM_WORDS } from '../words.js';

export interface StatisticiansProps {
  report: Report;
  onToggle: (open: boolean) => void;
}

/** The CORP line and band in the diagram, decompositions, tests: one click further. */
export function Statisticians({ report, onToggle }: StatisticiansProps) {
  return (
    <details class="statisticians" onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>For statisticians</summary>
      <div class="statisticians-body">
        <p>
          While this is open the diagram shows two things more. The stepped line is the CORP curve: the best
          fit that never falls. The shaded band around the diagonal is where that curve would lie, nine times
          in ten, if every forecast were perfectly calibrated; the upright bar of a point is a statement about
          that point alone.
        </p>
        <div class="columns">
          <Figures report={report} />
          <div>
            <CorpTable report={report} />
            <LeadTimes report={report} />
            <Terms report={report} />
          </div>
        </div>
      </div>
    </details>
  );
}

function Figures({ report }: { report: Report }) {
  const { murphy, corp, expectedUnderCalibration: chance, spiegelhalter, recalibration, bounds } = report;
  const byLuck = ({ mean, p95 }: MeanAndTail) =>
    mean === null || p95 === null
      ? ''
      : ` (perfect calibration: ${decimal(mean)} on average, at most ${decimal(p95)} in 95 of 100)`;
  const rows: [name: string, key: string, value: Figure, note?: string][] = [
    ['Brier score', 'brierScore', report.brierScore, '; 0 best, 1 worst'],
    ['Brier skill score', 'brierSkillScore', report.brierSkillScore],
    [
      'Brier score at best',
      'bounds.best',
      bounds.best,
      ', had every overdue, annulled and judged item gone well',
    ],
    ['Brier score at worst', 'bounds.worst', bounds.worst, ', had they all gone badly'],
    ['Log score (nats)', 'logScore', report.logScore],
    ['Spherical score', 'sphericalScore', report.sphericalScore, '; higher is better'],
    ['Certain misses', 'certainMisses', report.certainMisses, ': said 0 or 100 %, and wrong'],
    ['Sharpness', 'sharpness', report.sharpness, ': variance of the forecasts'],
    ['Area under the ROC curve', 'auc', report.auc],
    ['Calibration error', 'calibrationError', report.calibrationError, byLuck(chance.calibrationError)],
    ['Miscalibration (CORP)', 'corp.miscalibration', corp.miscalibration, byLuck(chance.miscalibration)],
    ['Discrimination (CORP)', 'corp.discrimination', corp.discrimination],
    ['Uncertainty', 'corp.uncertainty', corp.uncertainty],
    ['Reliability (Murphy)', 'murphy.reliability', murphy.reliability],
    ['Resolution component (Murphy)', 'murphy.resolutionComponent', murphy.resolutionComponent],
    ['Spiegelhalter’s z', 'spiegelhalter.z', spiegelhalter.z],
    ['Spiegelhalter’s p', 'spiegelhalter.pValue', spiegelhalter.pValue],
    ['Recalibration intercept', 'recalibration.intercept', recalibration.intercept],
    [
      'Recalibration slope',
      'recalibration.slope',
      recalibration.slope,
      '; under 1 overconfident, over 1 underconfident',
    ],
  ];
  return (
    <dl class="figures">
      {rows.map(([name, key, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === null ? (
              <span class="none">not defined{report.undefined[key] ? `: ${report.undefined[key]}` : ''}</span>
            ) : (
              <>
                {Number.isInteger(value) ? value : decimal(value, 4)}
                {note && <span class="note">{note}</span>}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function CorpTable({ report }: { report: Report }) {
  if (report.corp.curve.length === 0) return null;
  return (
    <table class="numbers">
      <caption>CORP curve</caption>
      <thead>
        <tr>
          <th scope="col">Forecasts from, to</th>
          <th scope="col">Number</th>
          <th scope="col">Happened</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {report.corp.curve.map((block) => (
          <tr key={block.from}>
            <th scope="row">
              {block.from === block.to ? percent(block.from) : range({ low: block.from, high: block.to })}
            </th>
            <td>{block.n}</td>
            <td>{block.occurred}</td>
            <td>{percent(block.observed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LeadTimes({ report }: { report: Report }) {
  const rows = report.leadTime.filter((row) => row.n > 0 && row.brierScore !== null);
  if (rows.length === 0) return null;
  return (
    <table class="numbers">
      <caption>By days ahead of the outcome</caption>
      <thead>
        <tr>
          <th scope="col">Days ahead</th>
          <th scope="col">Forecasts</th>
          <th scope="col">Brier score</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.fromDays}>
            <th scope="row">
              {row.toDays === null ? `${row.fromDays} and more` : `${row.fromDays}–${row.toDays}`}
            </th>
            <td>{row.n}</td>
            <td>{decimal(row.brierScore ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Terms({ report }: { report: Report }) {
  const rows = report.terms.filter((row) => row.n > 0);
  if (rows.length === 0) return null;
  return (
    <table class="numbers">
      <caption>By term</caption>
      <thead>
        <tr>
          <th scope="col">Term</th>
          <th scope="col">Forecasts</th>
          <th scope="col">Happened late</th>
          <th scope="col">Settled early</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.term}>
            <th scope="row">{TERM_WORDS[row.term]}</th>
            <td>{row.n}</td>
            <td>{row.late}</td>
            <td>{row.early}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
