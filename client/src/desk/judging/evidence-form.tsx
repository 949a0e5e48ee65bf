import { useState } from 'preact/hooks';
import { ask } from '../api.js';
import { EventChoice } from './event-choice.js';
import { type Faults, faultsOf } from './faults.js';
import { Field, sendOnEnter, useFormFocus, Wrong } from './field.js';
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
  const form = useFormFocus('evidence', faults);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!eventId) return setFaults({ evidence: 'Choose the event, or add one.' });
    try {
      const body = { eventId, bearing, on, ...(note.trim() && { note: note.trim() }) };
      await ask(`scenarios/${record.id}/evidence`, { body });
      onDone('Linked.');
    } catch (error) {
      setFaults(faultsOf(error));
    }
  };
  return (
    <form
      ref={form}
      class="judgement"
      aria-label="Link an event"
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <h3>Link an event</h3>
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
      <Field name="note" label="Note (optional)" faults={faults}>
        <textarea
          rows={2}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          onKeyDown={sendOnEnter}
        />
      </Field>
      <Wrong text={faults['']} />
      <p class="form-end">
        <button type="submit">Link it</button>{' '}
        <button type="button" class="quiet" onClick={onClose}>
          Close (Esc)
        </button>
      </p>
    </form>
  );
}
