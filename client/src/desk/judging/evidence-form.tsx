import { useState } from 'preact/hooks';
import { ask } from '../api.js';
import { useDoing } from '../asking.js';
import { Missing } from '../faults.js';
import { ChoiceField } from '../field.js';
import { Form, type Typed, versionIn } from '../form.js';
import { EventChoice } from './event-choice.js';
import { WordsField } from './judging-fields.js';
import type { BlindRecord, Suggested } from './record.js';

export interface EvidenceFormProps {
  record: BlindRecord;
  suggested?: readonly Suggested[] | undefined;
  onDone: (said: string) => void;
  onClose: () => void;
}

const BEARINGS = [
  ['supports', 'speaks for it'],
  ['undermines', 'speaks against it'],
  ['settles', 'settles it'],
] as const;
const PARTS = [
  ['statement', 'the statement'],
  ['premise', 'the “if”'],
] as const;

/** Links an event to what is judged: it settles it, or speaks for or against it. */
export function EvidenceForm({ record, suggested, onDone, onClose }: EvidenceFormProps) {
  const [eventId, setEvent] = useState('');
  const [bearing, setBearing] = useState('supports');
  const [on, setOn] = useState('statement');
  const [note, setNote] = useState('');
  const doing = useDoing();
  const { faults } = doing;
  const send = async (typed: Typed) => {
    if (!eventId) throw new Missing('evidence', 'Choose the event, or add one.');
    const body = { eventId, bearing, on, ...(note.trim() && { note: note.trim() }) };
    await ask(`scenarios/${record.id}/evidence`, { body, version: versionIn(typed) });
    onDone('Linked.');
  };
  return (
    <Form
      title="Link an event"
      sends="Link it"
      first="evidence"
      version={record.version}
      {...{ doing, onSend: send, onClose }}
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
      <ChoiceField
        {...{ name: 'bearing', label: 'It', faults, words: BEARINGS, chosen: bearing, onChoose: setBearing }}
      />
      {record.premise !== null && (
        <ChoiceField
          {...{ name: 'on', label: 'It bears on', faults, words: PARTS, chosen: on, onChoose: setOn }}
        />
      )}
      <WordsField name="note" label="Note (optional)" {...{ faults, value: note, onInput: setNote }} />
    </Form>
  );
}
