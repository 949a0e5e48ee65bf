import { useState } from 'preact/hooks';
import { ask } from '../api.js';
import { EventChoice } from './event-choice.js';
import type { Faults } from './faults.js';
import { Field } from './field.js';
import { JudgingForm, WordsField } from './judging-form.js';
import type { BlindRecord, Suggested } from './record.js';

export interface EvidenceFormProps {
  record: BlindRecord;
  suggested?: readonly Suggested[] | undefined;
  onDone: (said: string) => void;
  onClose: () => void;
}

/** Links an event to what is judged: it settles it, or speaks for or against it. */
export function EvidenceForm({ record, suggested, onDone, onClose }: EvidenceFormProps) {
  const [eventId, setEvent] = useState('');
  const [bearing, setBearing] = useState('supports');
  const [on, setOn] = useState('statement');
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const send = async () => {
    if (!eventId) return setFaults({ evidence: 'Choose the event, or add one.' });
    const body = { eventId, bearing, on, ...(note.trim() && { note: note.trim() }) };
    await ask(`scenarios/${record.id}/evidence`, { body });
    onDone('Linked.');
  };
  return (
    <JudgingForm
      title="Link an event"
      sends="Link it"
      first="evidence"
      {...{ faults, onFaults: setFaults, onSend: send, onClose }}
    >
      <EventChoice
        single
        label="The event"
        topic={record.topic.slug}
        openedOn={record.openedOn}
        linked={[]}
        suggested={suggested ?? []}
        chosen={[eventId]}
        faults={faults}
        onChoose={({ id }) => setEvent(id)}
      />
      <Field name="bearing" label="It" faults={faults}>
        <select value={bearing} onChange={(event) => setBearing(event.currentTarget.value)}>
          <option value="supports">speaks for it</option>
          <option value="undermines">speaks against it</option>
          <option value="settles">settles it</option>
        </select>
      </Field>
      {record.premise !== null && (
        <Field name="on" label="It bears on" faults={faults}>
          <select value={on} onChange={(event) => setOn(event.currentTarget.value)}>
            <option value="statement">the statement</option>
            <option value="premise">the “if”</option>
          </select>
        </Field>
      )}
      <WordsField name="note" label="Note (optional)" {...{ faults, value: note, onInput: setNote }} />
    </JudgingForm>
  );
}
