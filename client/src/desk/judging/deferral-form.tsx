import { useState } from 'preact/hooks';
import { ask } from '../api.js';
import { useDoing } from '../asking.js';
import { InputField } from '../field.js';
import { Form, type Typed, versionIn } from '../form.js';
import { WordsField } from './judging-fields.js';
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
  const doing = useDoing();
  const { faults } = doing;
  const send = async (typed: Typed) => {
    const body = { until, reason: reason.trim() };
    await ask(`scenarios/${record.id}/deferrals`, { body, version: versionIn(typed) });
    onDone('Deferred. It stays publicly overdue: awaiting evidence.');
  };
  return (
    <Form
      title="Defer it"
      sends="Defer"
      first="until"
      version={record.version}
      {...{ doing, onSend: send, onClose }}
    >
      <InputField
        {...{ name: 'until', label: 'Until', type: 'date', faults, value: until }}
        onInput={(event) => setUntil(event.currentTarget.value)}
      />
      <WordsField
        name="reason"
        label="Why it waits; published"
        {...{ faults, value: reason, onInput: setReason }}
      />
    </Form>
  );
}
