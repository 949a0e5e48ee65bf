import { useState } from 'preact/hooks';
import { count, OUTCOME_WORDS } from '../../words.js';
import type { Annulment } from '../../data.js';
import { type Api, ask } from '../api.js';
import { useDoing } from '../asking.js';
import { firstOf } from '../faults.js';
import { ChoiceField, Wrong } from '../field.js';
import { Dialog } from '../dialog.js';
import { WideTable } from '../wide-table.js';
import { AnnulmentField, WordsField } from './judging-fields.js';
import type { QueueEntry } from './record.js';

/** As many as the server judges at once. */
export const MOST_AT_ONCE = 100;

/** One judgement that was recorded, and of what. */
export interface Done {
  entry: QueueEntry;
  resolutionId: string;
}

export interface BulkDialogProps {
  entries: readonly QueueEntry[];
  onDone: (recorded: readonly Done[]) => void;
  onClose: () => void;
}

type Answer = Api['BulkAnswer'];

const OUTCOMES = [
  ['not_occurred', 'No: none did by its deadline'],
  ['annulled', 'Annul all'],
] as const;

/** One judgement of several, with one reason: tried first, then recorded as a whole or not at all. */
export function BulkDialog({ entries, onDone, onClose }: BulkDialogProps) {
  const [outcome, setOutcome] = useState<'not_occurred' | 'annulled'>('not_occurred');
  const [annulment, setAnnulment] = useState<Annulment>('unverifiable');
  const [reason, setReason] = useState('By the deadline, nothing on record shows that it happened.');
  const [tried, setTried] = useState<Answer | null>(null);
  const { busy, faults, run } = useDoing();
  const items = entries.map(({ scenario, entry, resolutionId }) => ({
    ...{ scenarioId: scenario.id, outcome, reason: reason.trim(), entry },
    ...(outcome === 'annulled' && { annulment }),
    ...(resolutionId !== null && { supersedes: resolutionId }),
  }));
  const send = (dryRun: boolean) =>
    run(async () => {
      setTried(null); // until the server has answered, nothing is sure
      const answer = await ask<Answer>('resolutions/bulk', { body: { items, dryRun } });
      if (dryRun) return setTried(answer);
      onDone(entries.map((entry, at) => ({ entry, resolutionId: answer.items[at]!.resolution!.id })));
    });
  const changed = (apply: () => void) => {
    apply();
    setTried(null);
  };
  return (
    <Dialog title={`Judge ${count(entries.length, 'prediction')} at once`} onClose={onClose}>
      <ChoiceField
        {...{ name: 'outcome', label: 'Did it happen?', faults, words: OUTCOMES, chosen: outcome }}
        onChoose={(value) => changed(() => setOutcome(value as typeof outcome))}
      />
      {outcome === 'annulled' && (
        <AnnulmentField
          label="Why they cannot be judged"
          without="duplicate"
          {...{ faults, value: annulment }}
          onInput={(code) => changed(() => setAnnulment(code || annulment))}
        />
      )}
      <WordsField
        {...{ name: 'reason', label: 'One reason for all; published', faults, value: reason }}
        onInput={(words) => changed(() => setReason(words))}
      />
      <Wrong text={firstOf(faults, 'outcome', 'annulment', 'reason')} />
      {tried ? (
        <Preview answer={tried} entries={entries} />
      ) : (
        <p class="note">{`All or nothing, ${MOST_AT_ONCE} at most. Nothing is recorded before you have seen the preview.`}</p>
      )}
      <p class="desk-actions">
        {tried && tried.refused === 0 ? (
          <button type="button" disabled={busy} onClick={() => void send(false)}>
            {`Record all ${entries.length}`}
          </button>
        ) : (
          <button type="button" disabled={busy} onClick={() => void send(true)}>
            Preview
          </button>
        )}
      </p>
    </Dialog>
  );
}

function Preview({ answer, entries }: { answer: Answer; entries: readonly QueueEntry[] }) {
  const statementOf = (id: string) => entries.find(({ scenario }) => scenario.id === id)?.scenario.statement;
  return (
    <div class="bulk-preview" role="status">
      <p>
        {answer.refused === 0
          ? 'The rules accept all of them.'
          : `${answer.refused} of ${answer.items.length} are refused, so none can be recorded. Take them out (x), or judge them by themselves.`}
      </p>
      <WideTable label="Preview" heads={['Prediction', 'Would be recorded']}>
        {answer.items.map(({ scenarioId, resolution, refusal }) => (
          <tr key={scenarioId} class={refusal ? 'refused' : undefined}>
            <th scope="row">{statementOf(scenarioId)}</th>
            <td>
              {refusal
                ? `Refused: ${refusal.detail}`
                : `${OUTCOME_WORDS[resolution!.outcome as 'annulled']}, ${resolution!.outcomeOn}`}
            </td>
          </tr>
        ))}
      </WideTable>
    </div>
  );
}
