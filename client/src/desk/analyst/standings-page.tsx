import { useEffect, useState } from 'preact/hooks';
import { count, day, KIND_WORDS, saidPercent, TERM_WORDS } from '../../words.js';
import { type Api, ask, Refusal } from '../api.js';
import type { DeskPageProps } from '../desk-pages.js';
import { useKeys } from '../keys.js';
import { openQuickBox } from '../quick/quick-host.js';
import { useChoices } from '../quick/use-choices.js';
import { ReviseDialog } from './revise-dialog.js';

type Item = Api['StandingItem'];
type Standing = Item['standings'][number];
interface Row {
  item: Item;
  standing: Standing;
}
interface List {
  items: Item[];
  next: string | null;
}
const FILTERS = ['forecaster', 'topic', 'kind', 'term'] as const;

/** @example deadlineInWords(-3) // => 'overdue by 3 days' */
export const deadlineInWords = (daysLeft: number): string =>
  daysLeft < 0
    ? `overdue by ${count(-daysLeft, 'day')}`
    : daysLeft === 0
      ? 'today is the last day'
      : `${count(daysLeft, 'day')} left`;

/** What one stands by on open scenarios: the next deadline first. */
export function StandingsPage({ account }: DeskPageProps) {
  const [filters, setFilters] = useState(() => new URLSearchParams(location.search));
  const [list, setList] = useState<List | null>(null);
  const [told, tell] = useState('');
  const [at, setAt] = useState(0);
  const [act, setAct] = useState<'revise' | 'withdraw' | null>(null);
  const { topics, forecasters } = useChoices(account);

  const load = async (cursor?: string) => {
    const query = new URLSearchParams([...filters].filter(([name]) => FILTERS.some((one) => one === name)));
    // After a revision, as much is read again as stood there.
    query.set('limit', cursor ? '50' : String(Math.min(200, Math.max(50, list?.items.length ?? 0))));
    if (cursor) query.set('cursor', cursor);
    try {
      const page = await ask<List>(`standings?${query}`);
      setList((before) => ({ ...page, items: [...(cursor && before ? before.items : []), ...page.items] }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tell(error.message);
    }
  };
  useEffect(() => {
    void load();
    const reload = () => void load();
    addEventListener('hindcast:recorded', reload);
    return () => removeEventListener('hindcast:recorded', reload);
  }, [filters.toString()]);

  const rows: Row[] = (list?.items ?? []).flatMap((item) =>
    item.standings.map((standing) => ({ item, standing })),
  );
  const row = rows[Math.min(at, rows.length - 1)];
  const move = (step: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + step));
    setAt(next);
    document.getElementById(`standing-${next}`)?.focus();
  };
  const start = (what: 'revise' | 'withdraw', on: Row | undefined = row) => {
    if (!on) return;
    if (!on.standing.mine) return tell(`This account may not log for ${on.standing.forecaster.name}.`);
    if (what === 'withdraw' && on.standing.probability === null) return tell('There is nothing to withdraw.');
    setAct(what);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    r: () => start('revise'),
    w: () => start('withdraw'),
    o: () => row && location.assign(`/scenarios/${row.item.scenario.id}`),
  });

  const filter = (name: string, value: string) => {
    const next = new URLSearchParams(filters);
    if (value) next.set(name, value);
    else next.delete(name);
    history.replaceState(null, '', `?${next}`);
    setAt(0);
    setFilters(next);
  };
  const done = (message: string) => {
    setAct(null);
    tell(message);
    void load();
  };

  return (
    <section class="desk-wide">
      <h1>My open scenarios</h1>
      <p class="keys">
        <kbd>j</kbd> <kbd>k</kbd> move · <kbd>r</kbd> revise · <kbd>w</kbd> withdraw · <kbd>o</kbd> open ·{' '}
        <kbd>n</kbd> log one{' '}
        <button type="button" onClick={openQuickBox}>
          Log a forecast
        </button>
      </p>
      <p>
        <em>Stale</em> is a forecast that was not revised for a quarter of its term, and at least 14 days.
      </p>
      <div class="quick-chips">
        <Filter
          label="Topic"
          name="topic"
          {...{ filters, filter }}
          options={topics.map((one) => [one.slug, one.name])}
        />
        <Filter label="Kind" name="kind" {...{ filters, filter }} options={Object.entries(KIND_WORDS)} />
        <Filter label="Term" name="term" {...{ filters, filter }} options={Object.entries(TERM_WORDS)} />
        {forecasters.length > 1 && (
          <Filter
            label="Forecaster"
            name="forecaster"
            {...{ filters, filter }}
            options={forecasters.map((one) => [one.slug, one.name])}
          />
        )}
      </div>
      <div role="status" class="quick-told">
        {told}
      </div>
      {list && rows.length === 0 && <p>Nothing open here. Press n to log a forecast.</p>}
      <ol class="standings">
        {rows.map((one, index) => (
          <StandingRow
            key={`${one.item.scenario.id} ${one.standing.forecaster.slug}`}
            {...one}
            index={index}
            isHere={index === at}
            onHere={() => setAt(index)}
            onAct={(what) => {
              setAt(index);
              start(what, one);
            }}
          />
        ))}
      </ol>
      {list?.next && (
        <button type="button" onClick={() => void load(list.next!)}>
          More
        </button>
      )}
      {act && row && <ReviseDialog {...row} act={act} onClose={() => setAct(null)} onDone={done} />}
    </section>
  );
}

interface StandingRowProps extends Row {
  index: number;
  isHere: boolean;
  onHere: () => void;
  onAct: (act: 'revise' | 'withdraw') => void;
}

function StandingRow({ item, standing, index, isHere, onHere, onAct }: StandingRowProps) {
  const { scenario, daysLeft } = item;
  return (
    <li
      id={`standing-${index}`}
      tabIndex={-1}
      class={isHere ? 'here' : undefined}
      aria-current={isHere}
      onFocus={onHere}
    >
      <p class="standing-statement">
        <a href={`/scenarios/${scenario.id}`}>{scenario.statement}</a>
      </p>
      <p class="standing-facts">
        <strong>{standing.probability === null ? 'withdrawn' : saidPercent(standing.probability)}</strong>
        {` ${standing.forecaster.name}, said ${day(standing.statedAt)} · ${KIND_WORDS[scenario.kind]}, ${TERM_WORDS[scenario.term]} · ${scenario.topic.title} · ${day(scenario.deadline)}, `}
        <span class={scenario.overdue || scenario.dueSoon ? 'flag' : undefined}>
          {deadlineInWords(daysLeft)}
        </span>
        {standing.stale && (
          <span class="flag">{` stale: older than ${count(item.staleAfterDays, 'day')}`}</span>
        )}
        {scenario.publicAt === null && <span class="flag"> desk only</span>}
      </p>
      {standing.mine && (
        <p class="standing-acts">
          <button type="button" onClick={() => onAct('revise')}>
            Revise<span class="unseen">{`: ${scenario.statement}`}</span>
          </button>
          {standing.probability !== null && (
            <button type="button" onClick={() => onAct('withdraw')}>
              Withdraw<span class="unseen">{`: ${scenario.statement}`}</span>
            </button>
          )}
        </p>
      )}
    </li>
  );
}

interface FilterProps {
  label: string;
  name: string;
  options: (readonly [value: string, text: string])[];
  filters: URLSearchParams;
  filter: (name: string, value: string) => void;
}

function Filter({ label, name, options, filters, filter }: FilterProps) {
  return (
    <label class="chip">
      <span class="chip-label">{label}</span>
      <select
        value={filters.get(name) ?? ''}
        onChange={({ currentTarget }) => filter(name, currentTarget.value)}
      >
        <option value="">all</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
