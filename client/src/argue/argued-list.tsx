import { useState } from 'preact/hooks';
import { Choice } from '../components/choice.js';
import type { Disputes, Ruling } from '../../../src/track-records/disputes.js';
import type { PublicRecord, RecordScenario } from '../../../src/track-records/public-record.js';
import type { RecordTotals } from '../../../src/track-records/record-totals.js';
import { count, grouped } from '../words.js';
import { ArguedItem, type Names } from './argued-item.js';
import type { View } from './objections.js';

/** So many stand on one page of the list. */
export const PAGE = 25;

const STATES = ['resolved', 'annulled', 'overdue', 'open', 'disputed'] as const;
type State = (typeof STATES)[number];
const STATE_WORDS: Record<State, string> = {
  resolved: 'resolved',
  annulled: 'annulled',
  overdue: 'overdue',
  open: 'open',
  disputed: 'disputed by you',
};

export interface ArguedListProps {
  record: Pick<PublicRecord, 'scenarios' | 'asOf'>;
  names: Names;
  view: View;
  disputes: Disputes;
  totals: RecordTotals;
  onRule: (id: string, ruling: Ruling | null) => void;
}

/** The record itself, searchable. */
export function ArguedList({ record, names, view, disputes, totals, onRule }: ArguedListProps) {
  const [state, setState] = useState<State>('resolved');
  const [sought, setSought] = useState('');
  const [page, setPage] = useState(0);
  const { asOf } = record;
  const found = record.scenarios.filter(
    (one) =>
      (state === 'disputed' ? disputes.rulings[one.id] !== undefined : stateOf(one, asOf) === state) &&
      (!view.topic || one.topic === view.topic) &&
      (!view.kind || one.kind === view.kind) &&
      (!view.term || one.term === view.term) &&
      (!view.forecaster || one.forecasts.some(({ forecaster }) => forecaster === view.forecaster)) &&
      holds(one, sought),
  );
  const untouched = state === 'resolved' && sought === '' && Object.keys(view).length === 0;
  const total = untouched ? totals.resolved : found.length;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const here = Math.min(page, pages - 1);
  const turn = (to: number) => {
    setPage(to);
    document.getElementById('predictions')?.scrollIntoView();
  };
  return (
    <section aria-labelledby="predictions">
      <h2 id="predictions">The predictions</h2>
      <form class="finder argue" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>Words in the statement, the reason or the evidence</span>
          <input
            type="search"
            value={sought}
            onInput={(event) => {
              setSought(event.currentTarget.value);
              setPage(0);
            }}
          />
        </label>
        <Choice
          label="State"
          chosen={state}
          any={null}
          options={STATES.map((one) => [one, STATE_WORDS[one]])}
          onChange={(value) => {
            setState(value as State);
            setPage(0);
          }}
        />
      </form>
      <p class="note" role="status">
        {count(total, 'prediction')} {STATE_WORDS[state]}
        {pages > 1 && `; page ${grouped(here + 1)} of ${grouped(pages)}`}
      </p>
      {total === 0 && <p class="none">None here.</p>}
      <ol class="predictions">
        {found.slice(here * PAGE, (here + 1) * PAGE).map((scenario) => (
          <ArguedItem
            key={scenario.id}
            scenario={scenario}
            names={names}
            asOf={asOf}
            ruling={disputes.rulings[scenario.id]}
            onRule={onRule}
          />
        ))}
      </ol>
      {pages > 1 && (
        <p class="pager argue">
          <button type="button" disabled={here === 0} onClick={() => turn(here - 1)}>
            Before
          </button>
          <button type="button" disabled={here === pages - 1} onClick={() => turn(here + 1)}>
            More predictions
          </button>
        </p>
      )}
    </section>
  );
}

const stateOf = ({ state, closesAt }: RecordScenario, asOf: string): State =>
  state === 'open' && closesAt <= asOf ? 'overdue' : state;

function holds({ statement, premise, reason, evidence }: RecordScenario, sought: string): boolean {
  const words = folded(sought).split(' ').filter(Boolean);
  if (words.length === 0) return true;
  const text = folded(
    [statement, premise, reason, ...evidence.map(({ headline }) => headline)].filter(Boolean).join(' '),
  );
  return words.every((word) => text.includes(word));
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
