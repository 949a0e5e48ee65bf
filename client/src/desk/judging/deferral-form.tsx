import { useState } from 'preact/hooks';
import { ask } from '../api.js';
import type { Faults } from './faults.js';
import { Field } from './field.js';
import { JudgingForm, WordsField } from './judging-form.js';
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
  const send = async () => {
    await ask(`scenarios/${record.id}/deferrals`, { body: { until, reason: reason.trim() } });
    onDone('Deferred. It stays publicly overdue: awaiting evidence.');
  };
  return (
    <JudgingForm
      title="Defer it"
      sends="Defer"
      first="until"
      {...{ faults, onFaults: setFaults, onSend: send, onClose }}
    >
      <Field name="until" label="Until" faults={faults}>
        <input type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
      </Field>
      <WordsField
        name="reason"
        label="Why it waits; published"
        {...{ faults, value: reason, onInput: setReason }}
      />
    </JudgingForm>
  );
}
