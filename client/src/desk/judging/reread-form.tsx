import { useState } from 'preact/hooks';
import { ANNULMENT_WORDS } from '../../words.js';
import { type Api, ask } from '../api.js';
import { type Faults, faultsOf } from './faults.js';
import { Field, sendOnEnter, useFormFocus, Wrong } from './field.js';
import type { Judged } from './judgement-draft.js';
import { JUDGED_WORDS } from './judgement-form.js';

export interface RereadFormProps {
  item: Api['RereadItemView'];
  outcome: Judged;
  onDone: (read: Api['RereadView']) => void;
  onClose: () => void;
}

/** What one finds who does not know the outcome. Each is read once. */
export function RereadForm({ item, outcome, onDone, onClose }: RereadFormProps) {
  const [outcomeOn, setOutcomeOn] = useState(outcome === 'not_occurred' ? item.deadline : '');
  const [annulment, setAnnulment] = useState('');
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const form = useFormFocus(outcome === 'annulled' ? 'annulment' : 'note', faults);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = {
      outcome,
      ...(outcomeOn && outcome !== 'annulled' && { outcomeOn }),
      ...(annulment && { annulment }),
      ...(note.trim() && { note: note.trim() }),
    };
    try {
      onDone(await ask<Api['RereadView']>(`rereads/${item.id}`, { body }));
    } catch (error) {
      setFaults(faultsOf(error));
    }
  };
  return (
    <form
      ref={form}
      class="judgement"
      aria-label={JUDGED_WORDS[outcome]}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <h3>{JUDGED_WORDS[outcome]}</h3>
      {outcome === 'annulled' ? (
        <Field name="annulment" label="Why it cannot be judged" faults={faults}>
          <select value={annulment} onChange={(event) => setAnnulment(event.currentTarget.value)}>
            <option value="">Choose …</option>
            {Object.entries(ANNULMENT_WORDS).map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        </Field>
      ) : (
        <Field name="outcomeOn" label="The day it was settled (optional)" faults={faults}>
          <input type="date" value={outcomeOn} onInput={(event) => setOutcomeOn(event.currentTarget.value)} />
        </Field>
      )}
      <Field name="note" label="Why (optional, for editors)" faults={faults} hint="Enter sends.">
        <textarea
          rows={2}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          onKeyDown={sendOnEnter}
        />
      </Field>
      <Wrong text={faults['']} />
      <p class="form-end">
        <button type="submit">Record</button>{' '}
        <button type="button" class="quiet" onClick={onClose}>
          Close (Esc)
        </button>
      </p>
    </form>
  );
}
