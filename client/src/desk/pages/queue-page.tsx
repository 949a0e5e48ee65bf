import { useEffect, useState } from 'preact/hooks';
import type { Resolution } from '../../data.js';
import { count, OUTCOME_WORDS } from '../../words.js';
import { ask } from '../api.js';
import { BulkDialog, type Done } from '../judging/bulk-dialog.js';
import { Conflict, type Mine } from '../judging/conflict.js';
import { DeferralForm } from '../judging/deferral-form.js';
import { KeyHelp } from '../judging/key-help.js';
import { EvidenceForm } from '../judging/evidence-form.js';
import { isConflict } from '../faults.js';
import { bodyOf, type JudgementDraft } from '../judging/judgement-draft.js';
import { JudgementForm } from '../judging/judgement-form.js';
import { type Action, useActions } from '../judging/keys.js';
import { QueueActions, QueueHead } from '../judging/queue-head.js';
import { QueueRow } from '../judging/queue-row.js';
import { type QueueEntry, type Suggested } from '../judging/record.js';
import { useQueue } from '../judging/use-queue.js';

/** What waits for a judgement, blind first. */
export function QueuePage() {
  const filters = new URLSearchParams(location.search);
  const queue = useQueue(filters);
  const { state, dispatch, current, record, shown } = queue;
  const [said, say] = useState('');
  const [done, setDone] = useState<readonly (readonly Done[])[]>([]); // for `u`: several where they were judged at once
  const [conflict, setConflict] = useState<{ mine: Mine; theirs: Resolution; version: number } | null>(null);
  const currentId = current?.scenario.id;

  // After an entry has left, and after each move, the place in the page is the entry that is now current.
  useEffect(() => {
    setConflict(null);
    if (currentId && !state.open && !state.help && !state.bulk)
      document.querySelector<HTMLElement>(`[data-entry="${currentId}"]`)?.focus({ preventScroll: true });
  }, [currentId, state.open, state.help, state.bulk]);

  const left = (ids: readonly string[], what: string) => {
    const rest = Math.max(0, (queue.counts?.n ?? state.items.length) - ids.length);
    dispatch({ type: 'left', ids });
    say(`${what} ${rest === 0 ? 'The queue is empty.' : `${count(rest, 'entry', 'entries')} left.`}`);
    queue.count().catch(queue.failed);
  };

  const judge = async (entry: QueueEntry, draft: JudgementDraft) => {
    const { scenario, resolutionId } = entry;
    if (!record) return;
    const body = bodyOf(draft, record, { entry: entry.entry, supersedes: resolutionId });
    try {
      const recorded = await ask<Resolution>(`scenarios/${scenario.id}/resolutions`, {
        body,
        version: record.version,
      });
      setDone((before) => [...before, [{ entry, resolutionId: recorded.id }]]);
      left([scenario.id], `Recorded: ${OUTCOME_WORDS[draft.outcome].toLowerCase()}. u takes it back.`);
    } catch (error) {
      if (!isConflict(error)) throw error;
      const { resolutions, version } = await queue.read(scenario.id);
      const theirs = resolutions.at(-1);
      if (!theirs || theirs.id === resolutionId) throw error;
      setConflict({ mine: body as Mine, theirs, version });
    }
  };

  const undo = async () => {
    const last = done.at(-1);
    if (!last) return say('There is nothing to undo here.');
    const items = last.map(({ entry, resolutionId }) => ({
      ...{ scenarioId: entry.scenario.id, outcome: 'reopened', supersedes: resolutionId },
      reason: 'Taken back by the editor who had just recorded it.',
    }));
    await ask('resolutions/bulk', { body: { items } }); // what was judged at once is taken back at once
    setDone((before) => before.slice(0, -1));
    for (const { scenarioId } of items) queue.forget(scenarioId);
    for (const item of (await queue.entriesOf(last.map(({ entry }) => entry))).reverse())
      dispatch({ type: 'back', item });
    await queue.count();
    say(
      items.length === 1
        ? 'Taken back: it is reopened, and the judgement stays on record as superseded.'
        : `Taken back: ${count(items.length, 'prediction')} are reopened, and the judgements stay on record as superseded.`,
    );
  };

  const dismiss = async (event: Suggested['event']) => {
    if (!currentId) return;
    const version = record?.version ?? current.scenario.version;
    await ask(`scenarios/${currentId}/suggested-events/${event.id}/dismissals`, { body: {}, version });
    const [entry] = await queue.entriesOf([current]);
    if (entry) dispatch({ type: 'back', item: entry });
    else left([currentId], '');
    say('Taken down: this event is not about this prediction.');
  };

  const act = (action: Action) => {
    if (action.do === 'undo') undo().catch(queue.failed);
    else if (action.do === 'show' && currentId) {
      queue
        .show(currentId)
        .then(() => say('The forecasts are shown, and that they were is on record.'))
        .catch(queue.failed);
    } else if (action.do === 'open' && currentId) location.assign(`/desk/scenarios/${currentId}`);
    else dispatch({ type: 'key', action });
  };
  useActions(act);

  const close = () => dispatch({ type: 'closed', what: 'form' });
  const closeDialog = () => dispatch({ type: 'closed', what: 'dialog' });
  const reread = async (what: string) => {
    close();
    say(what);
    if (currentId) await queue.read(currentId).catch(queue.failed);
  };

  const form = () => {
    if (!record || !current) return null;
    if (conflict)
      return (
        <Conflict
          {...conflict}
          scenarioId={current.scenario.id}
          onKept={() => left([current.scenario.id], 'Theirs stands.')}
          onCorrected={(what) => left([current.scenario.id], what)}
        />
      );
    const shared = { record, suggested: current.suggested, onClose: close };
    if (state.open?.form === 'judge')
      return (
        <JudgementForm
          key={state.open.outcome}
          {...shared}
          outcome={state.open.outcome}
          onSend={(draft) => judge(current, draft)}
        />
      );
    if (state.open?.form === 'evidence')
      return <EvidenceForm {...shared} onDone={(what) => void reread(what)} />;
    if (state.open?.form === 'defer')
      return (
        <DeferralForm record={record} onClose={close} onDone={(what) => left([current.scenario.id], what)} />
      );
    return <QueueActions onAct={act} />;
  };

  return (
    <div class="queue">
      <QueueHead
        counts={queue.counts}
        filters={filters}
        selected={state.selected.size}
        here={state.items.length}
        onAll={() => dispatch({ type: 'all' })}
        onAct={act}
      />
      <p class="queue-said" role="status" aria-live="polite">
        {said}
      </p>
      {queue.failure && (
        <p class="desk-refusal" role="alert">
          {queue.failure}
        </p>
      )}
      {queue.loaded && state.items.length === 0 && <p class="none">Nothing waits to be judged here.</p>}
      <ol class="entries">
        {state.items.map((entry, index) => (
          <QueueRow
            key={entry.scenario.id}
            entry={entry}
            isCurrent={index === state.at}
            isSelected={state.selected.has(entry.scenario.id)}
            record={index === state.at ? record : null}
            shown={index === state.at ? shown : null}
            onGo={() => dispatch({ type: 'go', at: index })}
            onSelect={() => {
              dispatch({ type: 'go', at: index });
              dispatch({ type: 'key', action: { do: 'select' } });
            }}
            onDismiss={(event) => void dismiss(event).catch(queue.failed)}
          >
            {index === state.at && form()}
          </QueueRow>
        ))}
      </ol>
      {state.help && <KeyHelp onClose={closeDialog} />}
      {state.bulk && (
        <BulkDialog
          entries={state.items.filter(({ scenario }) => state.selected.has(scenario.id))}
          onClose={closeDialog}
          onDone={(recorded) => {
            setDone((before) => [...before, recorded]);
            const ids = recorded.map(({ entry }) => entry.scenario.id);
            left(ids, `${count(ids.length, 'prediction')} recorded. u takes them back.`);
          }}
        />
      )}
    </div>
  );
}
