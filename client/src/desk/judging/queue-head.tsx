import { count } from '../../words.js';
import type { Api } from '../api.js';
import { type Action, KEYS } from './keys.js';
import { REASON_WORDS } from './queue-words.js';

export interface QueueHeadProps {
  counts: Api['QueueCounts'] | null;
  filters: URLSearchParams;
  selected: number;
  /** how many are here to be selected */
  here: number;
  onAll: () => void;
  onAct: (action: Action) => void;
}

/** How many wait and why, each a link; and what can be done with those that are selected. */
export function QueueHead({ counts, filters, selected, here, onAll, onAct }: QueueHeadProps) {
  const reason = filters.get('reason');
  const topic = filters.get('topic');
  const link = (change: Record<string, string>) => {
    const params = new URLSearchParams({ ...(topic && { topic }), ...change });
    return `/desk/queue${params.size > 0 ? `?${params}` : ''}`;
  };
  return (
    <header class="queue-head">
      <h1>Did it happen?</h1>
      <nav aria-label="Why they wait">
        <ul class="counts">
          <li>
            <a href={link({})} aria-current={reason === null ? 'page' : undefined}>
              {`all ${counts?.n ?? ''}`}
            </a>
          </li>
          {counts?.reasons.map((one) => (
            <li key={one.reason}>
              <a
                href={link({ reason: one.reason })}
                aria-current={reason === one.reason ? 'page' : undefined}
              >
                {`${REASON_WORDS[one.reason] ?? one.reason} ${one.n}`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="note">
        {topic && (
          <>
            {`Topic: ${topic}. `}
            <a href="/desk/queue">All topics</a>
            {'. '}
          </>
        )}
        Judging starts blind: what was forecast, and by whom, is hidden.{' '}
        <button type="button" class="quiet" onClick={() => onAct({ do: 'help' })}>
          Keys (?)
        </button>{' '}
        {topic && here > 1 && (
          <button type="button" class="quiet" onClick={onAll}>
            {selected === here ? 'Select none' : `Select all ${here} here`}
          </button>
        )}{' '}
        {selected > 0 && (
          <button type="button" onClick={() => onAct({ do: 'bulk' })}>
            {`Judge ${count(selected, 'selected prediction')} at once (b)`}
          </button>
        )}
      </p>
    </header>
  );
}

const BUTTONS = ['y', 'n', 'a', 'e', 'd', 's', 'o'];
const LABELS: Record<string, string> = {
  ...{ y: 'Yes', n: 'No', a: 'Annul', e: 'Evidence', d: 'Defer', s: 'Show forecasts', o: 'Open' },
};

export interface QueueActionsProps {
  onAct: (action: Action) => void;
  only?: readonly string[];
}

/** The same as the keys, for a hand on the screen. */
export const QueueActions = ({ onAct, only = BUTTONS }: QueueActionsProps) => (
  <p class="queue-actions">
    {KEYS.filter(({ keys }) => only.includes(keys[0]!)).map(({ keys: [key], what, action }) => (
      <button key={key} type="button" title={what} onClick={() => onAct(action)}>
        {LABELS[key!]} <kbd>{key}</kbd>
      </button>
    ))}
  </p>
);
