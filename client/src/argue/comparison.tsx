import type { Report } from '../data.js';
import { verdictInWords } from '../record-words.js';
import { count, decimal, grouped, headline, percent, unbroken } from '../words.js';

const MINUS = '—';

export interface ComparisonProps {
  before: Report;
  after: Report;
  /** How many objections there are. */
  disputed: number;
}

/** The same in one line, which stays in sight while the reader goes through the list. */
export function Movement({ before, after, disputed }: ComparisonProps) {
  const brier = ({ brierScore }: Report) => (brierScore === null ? MINUS : decimal(brierScore, 4));
  return (
    <p class="movement">
      <a href="#comparison" onClick={toComparison}>
        {count(disputed, 'objection')}
      </a>
      <span>
        Brier score {brier(before)} → <b>{brier(after)}</b>
      </span>
      <span>
        scored {grouped(before.n)} → <b>{grouped(after.n)}</b>
      </span>
      <span>
        {verdictInWords(before)} → <b>{verdictInWords(after)}</b>
      </span>
    </p>
  );
}

/** The address holds the objections: it must not become that of a heading. */
function toComparison(event: Event): void {
  event.preventDefault();
  document.getElementById('comparison')?.scrollIntoView();
}

/** The report as recorded, and beside it as the reader would have it. */
export function Comparison({ before, after, disputed }: ComparisonProps) {
  const rows: [name: string, of: (report: Report) => string][] = [
    ['Forecasts scored', ({ n }) => grouped(n)],
    ['Predictions they rest on', ({ scenarios }) => grouped(scenarios)],
    ['Came true', ({ occurred }) => grouped(occurred)],
    ['Expected to come true', ({ expectedOccurred: { sum } }) => (sum === null ? MINUS : decimal(sum, 1))],
    ['Brier score', ({ brierScore }) => (brierScore === null ? MINUS : decimal(brierScore, 4))],
    [
      'Better than the base rate by',
      ({ brierSkillScore: skill }) =>
        skill === null ? MINUS : `${skill < 0 ? '−' : ''}${percent(Math.abs(skill), 1)}`,
    ],
    ['Verdict', verdictInWords],
    ['Ended by a changed question', ({ ended }) => grouped(ended)],
    [
      'Open · overdue · annulled · without a forecast that counts',
      ({ predictions: { open, overdue, annulled, unscored } }) =>
        `${open} · ${overdue} · ${annulled} · ${unscored}`,
    ],
  ];
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h2 id="comparison">The report, as recorded and as you would have it</h2>
      <p class="verdict" role="status">
        {disputed === 0
          ? 'You object to nothing so far: both are the same.'
          : `With ${disputed === 1 ? 'your objection' : `your ${disputed} objections`}: ${inside(headline(after))}`}
      </p>
      <div class="scroll" role="region" aria-label="The two reports side by side" tabIndex={0}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">As recorded</th>
              <th scope="col">As you would have it</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, of]) => (
              <tr key={name} class={of(before) === of(after) ? '' : 'moved'}>
                <th scope="row">{name}</th>
                <td>{of(before)}</td>
                <td>{of(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {disputed > 0 && after.verdict.text && <p>{unbroken(after.verdict.text)}</p>}
    </section>
  );
}

/** A sentence within another. */
const inside = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
