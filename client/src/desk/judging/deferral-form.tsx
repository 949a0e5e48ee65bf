import { useState } from 'preact/hooks';
import { ask } from '../api.js';
import { type Faults, faultsOf } from './faults.js';
import { Field, sendOnEnter, useFormFocus, Wrong } from './field.js';
import type { BlindRecord } from './record.js';

export interface DeferralFormProps {
  record: BlindRecord;
  onDone: (said: string) => void;
  onClose: () => void;
}

/** Takes an entry off the top of the queue until a day. */
export function DeferralForm({ record, onDone, onClose }: DeferralFormProps) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const form = useFormFocus('until', faults);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await ask(`scenarios/${record.id}/deferrals`, { body: { until, reason: reason.trim() } });
      onDone('Deferred. It stays publicly overdue: awaiting evidence.');
    } catch (error) {
      setFaults(faultsOf(error));
    }
  };
  return (
    <form
      ref={form}
      class="judgement"
      aria-label="Defer it"
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <h3>Defer it</h3>
      <Field name="until" label="Until" faults={faults}>
        <input type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
      </Field>
      <Field name="reason" label="Why it waits; published" faults={faults}>
        <textarea
          rows={2}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
          onKeyDown={sendOnEnter}
        />
      </Field>
      <Wrong text={faults['']} />
      <p class="form-end">
        <button type="submit">Defer</button>{' '}
        <button type="button" class="quiet" onClick={onClose}>
          Close (Esc)
        </button>
      </p>
    </form>
  );
}
