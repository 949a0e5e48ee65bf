import { useEffect, useReducer, useState } from 'preact/hooks';
import { agreementInWords } from '../../judging-words.js';
import type { Agreement } from '../../page-data.js';
import { day, KIND_WORDS, OUTCOME_WORDS, STANDING_WORDS, TERM_WORDS } from '../../words.js';
import { type Api, ask } from '../api.js';
import { KeyHelp } from '../judging/key-help.js';
import { type Action, useActions } from '../judging/keys.js';
import { QueueActions } from '../judging/queue-head.js';
import { emptyQueue, queueReducer } from '../judging/queue-state.js';
import { RereadForm } from '../judging/reread-form.js';

type Item = Api['RereadItemView'];
type Read = Api['RereadView'];

const reduce = queueReducer((item: Item) => item.id);
/** What can be done with what is judged again: no evidence, no deferral, nothing shown. */
const DOES: Action['do'][] = ['move', 'judge', 'help', 'close'];

/** What was drawn to be judged again by somebody who does not know the outcome; what it was is shown after. */
export function RereadsPage() {
  const [state, dispatch] = useReducer(reduce, emptyQueue<Item>());
  const [read, setRead] = useState<Read | null>(null);
  const [agreement, setAgreement] = useState<Agreement | null>(null);
  const [loaded, setLoaded] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const current = state.items[state.at];
  const failed = (error: unknown) => setFailure(error instanceof Error ? error.message : String(error));
  const load = async (cursor?: string) => {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const page = await ask<{ items: Item[]; next: string | null }>(`rereads${query}`);
    dispatch({ type: 'loaded', ...page, after: cursor !== undefined });
    setLoaded(true);
  };
  const agree = async () => setAgreement(await ask<Agreement>('rereads/agreement'));
  useEffect(() => void Promise.all([load(), agree()]).catch(failed), []);
  useEffect(() => {
    if (state.next && state.items.length - state.at <= 5) load(state.next).catch(failed);
  }, [state.at, state.items.length]);
  useEffect(() => {
    if (current && !state.open && !state.help)
      document.querySelector<HTMLElement>(`[data-entry="${current.id}"]`)?.focus({ preventScroll: true });
  }, [current?.id, state.open, state.help]);
  const act = (action: Action) => DOES.includes(action.do) && dispatch({ type: 'key', action });
  useActions(act);
  const done = (found: Read) => {
    setRead(found);
    if (current) dispatch({ type: 'left', ids: [current.id] });
    agree().catch(failed);
  };
  const close = () => dispatch({ type: 'closed', what: 'form' });
  const closeDialog = () => dispatch({ type: 'closed', what: 'dialog' });
  return (
    <div class="queue">
      <header class="queue-head">
        <h1>Did it happen? Judged again</h1>
        <p class="note">
          You are told no outcome, no probability and no forecaster.{' '}
          {agreement && (agreementInWords(agreement) ?? 'Nothing has been judged again yet.')}
        </p>
      </header>
      <div role="status" aria-live="polite">
        {read && <Compared read={read} />}
      </div>
      {failure && (
        <p class="desk-refusal" role="alert">
          {failure}
        </p>
      )}
      {loaded && state.items.length === 0 && (
        <p class="none">
          Nothing that was drawn waits for you. An administrator draws: hindcast rereads draw.
        </p>
      )}
      <ol class="entries">
        {state.items.map((item, index) => (
          <li key={item.id} class={`entry${index === state.at ? ' entry-current' : ''}`}>
            <p class="note">
              {`${KIND_WORDS[item.kind]}, ${TERM_WORDS[item.term]} · ${item.topic.title} · opened ${day(item.openedOn)}, by ${day(item.deadline)}`}
            </p>
            <h2 tabIndex={-1} data-entry={item.id}>
              {index === state.at ? (
                item.statement
              ) : (
                <button type="button" class="entry-open" onClick={() => dispatch({ type: 'go', at: index })}>
                  {item.statement}
                </button>
              )}
            </h2>
            {index === state.at && (
              <div class="side-by-side">
                <div>
                  <p class="question">Did it happen?</p>
                  {state.open?.form === 'judge' ? (
                    <RereadForm
                      key={`${item.id} ${state.open.outcome}`}
                      item={item}
                      outcome={state.open.outcome}
                      onDone={done}
                      onClose={close}
                    />
                  ) : (
                    <QueueActions onAct={act} only={['y', 'n', 'a']} />
                  )}
                </div>
                <Grounds item={item} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {state.help && <KeyHelp onClose={closeDialog} />}
    </div>
  );
}

function Grounds({ item }: { item: Item }) {
  return (
    <div class="grounds">
      {item.premise && (
        <p>
          Only if: <strong>{item.premise}</strong>
        </p>
      )}
      <p>{item.criteria ? item.criteria.text : 'No criteria are on record.'}</p>
      <ul>
        {item.criteria?.edgeCases.map((row) => (
          <li key={row.case}>{`${row.case}: ${row.counts ? 'counts' : 'does not count'}`}</li>
        ))}
      </ul>
      <h3>What happened</h3>
      {item.events.length === 0 && <p class="none">No event is linked.</p>}
      <ul>
        {item.events.map((event) => (
          <li key={event.id}>
            {`${day(event.occurredOn)}: ${event.headline} (${STANDING_WORDS[event.standing]}`}
            {event.sources.length > 0 && `; ${event.sources.map(({ outlet }) => outlet).join(', ')}`})
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was read beside what is on record. */
function Compared({ read }: { read: Read }) {
  const recorded = OUTCOME_WORDS[read.resolution.outcome as 'occurred'].toLowerCase();
  return (
    <p class="desk-notice">
      {read.agreed
        ? `You agree with the record: ${recorded}.`
        : `You came to another outcome: the record says ${recorded}, so it goes back to the queue.`}{' '}
      <q>{read.resolution.reason}</q> {`(${read.resolution.resolvedBy})`}
    </p>
  );
}
