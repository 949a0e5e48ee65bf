import { useState } from 'preact/hooks';
import type { Resolution } from '../../data.js';
import { OUTCOME_WORDS } from '../../words.js';
import { ask } from '../api.js';
import { useDoing } from '../asking.js';
import { firstOf, isConflict } from '../faults.js';
import { Wrong } from '../field.js';
import { Form } from '../form.js';
import { Conflict, type Mine } from './conflict.js';
import type { Effect } from './effect-words.js';
import { EffectTable } from './effect.js';
import { bodyOf, type Judged } from './judgement-draft.js';
import { JUDGED_WORDS, JudgementForm } from './judgement-form.js';
import { WordsField } from './judging-fields.js';
import { type BlindRecord, readBlind } from './record.js';

export interface CorrectionProps {
  record: BlindRecord;
  onDone: (said: string) => void;
}

/** A judgement by itself, and a correction of one: with what it does to the scores before it is confirmed. */
export function Correction({ record, onDone }: CorrectionProps) {
  const standing = record.resolutions.at(-1);
  const isJudged = record.state === 'resolved' || record.state === 'annulled';
  const [outcome, setOutcome] = useState<Judged | 'reopened' | null>(null);
  const [tried, setTried] = useState<{ body: Mine; effect: Effect } | null>(null);
  const [conflict, setConflict] = useState<{ mine: Mine; theirs: Resolution; version: number } | null>(null);
  const confirming = useDoing();
  const { version } = record;
  const path = `scenarios/${record.id}/resolutions`;

  const attempt = async (body: Mine, fn: () => Promise<void>) => {
    try {
      await fn();
    } catch (error) {
      if (!isConflict(error)) throw error;
      const now = await readBlind(record.id);
      const theirs = now.resolutions.at(-1);
      if (!theirs || theirs.id === standing?.id) throw error;
      setConflict({ mine: body, theirs, version: now.version });
    }
  };
  const send = (body: Mine) =>
    attempt(body, async () => {
      if (!isJudged) {
        await ask(path, { body, version });
        onDone(`Recorded: ${wordOf(body.outcome)}.`);
      } else setTried({ body, effect: await ask<Effect>(`${path}/preview`, { body, version }) });
    });
  const confirm = ({ body }: { body: Mine }) =>
    confirming.run(() =>
      attempt(body, async () => {
        await ask(path, { body, version });
        onDone('The correction is on record; what it corrects stays visible.');
      }),
    );

  if (conflict)
    return (
      <Conflict
        {...conflict}
        scenarioId={record.id}
        onKept={() => onDone('Theirs stands.')}
        onCorrected={onDone}
      />
    );
  if (tried)
    return (
      <div>
        <p role="status">{`${wordOf(tried.body.outcome)}: ${tried.body.reason}`}</p>
        <EffectTable effect={tried.effect} />
        <Wrong text={firstOf(confirming.faults)} />
        <p class="desk-actions">
          <button type="button" disabled={confirming.busy} onClick={() => void confirm(tried)}>
            Confirm the correction
          </button>
          <button type="button" class="quiet" onClick={() => setTried(null)}>
            Back
          </button>
        </p>
      </div>
    );
  if (outcome === 'reopened')
    return (
      <Reopening
        onClose={() => setOutcome(null)}
        onSend={(reason) => send({ outcome: 'reopened', reason, supersedes: standing?.id ?? '' })}
      />
    );
  if (outcome)
    return (
      <JudgementForm
        key={outcome}
        outcome={outcome}
        record={record}
        sends={isJudged ? 'See what it does to the scores' : 'Record'}
        onSend={(draft) => send(bodyOf(draft, record, { supersedes: standing?.id ?? null }) as Mine)}
        onClose={() => setOutcome(null)}
      />
    );
  return (
    <p class="queue-actions">
      {(['occurred', 'not_occurred', 'annulled'] as const).map((one) => (
        <button key={one} type="button" onClick={() => setOutcome(one)}>
          {isJudged ? `Correct to: ${OUTCOME_WORDS[one].toLowerCase()}` : JUDGED_WORDS[one]}
        </button>
      ))}
      {isJudged && (
        <button type="button" onClick={() => setOutcome('reopened')}>
          Reopen
        </button>
      )}
    </p>
  );
}

const wordOf = (outcome: string): string =>
  outcome === 'reopened' ? 'Reopened' : OUTCOME_WORDS[outcome as Judged];

function Reopening({ onSend, onClose }: { onSend: (reason: string) => Promise<void>; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const doing = useDoing();
  const { faults } = doing;
  return (
    <Form
      title="Reopen"
      sends="See what it does to the scores"
      first="reason"
      {...{ doing, onSend: () => onSend(reason.trim()), onClose }}
    >
      <WordsField name="reason" label="Why; published" {...{ faults, value: reason, onInput: setReason }} />
    </Form>
  );
}
