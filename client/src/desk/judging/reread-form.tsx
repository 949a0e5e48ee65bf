import { useState } from 'preact/hooks';
import type { Annulment } from '../../data.js';
import { type Api, ask } from '../api.js';
import { useDoing } from '../asking.js';
import { InputField } from '../field.js';
import { Form, type Typed, versionIn } from '../form.js';
import type { Judged } from './judgement-draft.js';
import { JUDGED_WORDS } from './judgement-form.js';
import { AnnulmentField, WordsField } from './judging-fields.js';

export interface RereadFormProps {
  item: Api['RereadItemView'];
  outcome: Judged;
  onDone: (read: Api['RereadView']) => void;
  onClose: () => void;
}

/** What one finds who does not know the outcome. Each is read once. */
export function RereadForm({ item, outcome, onDone, onClose }: RereadFormProps) {
  const [outcomeOn, setOutcomeOn] = useState(outcome === 'not_occurred' ? item.deadline : '');
  const [annulment, setAnnulment] = useState<Annulment | ''>('');
  const [note, setNote] = useState('');
  const doing = useDoing();
  const { faults } = doing;
  const send = async (typed: Typed) => {
    const body = {
      outcome,
      ...(outcomeOn && outcome !== 'annulled' && { outcomeOn }),
      ...(annulment && { annulment }),
      ...(note.trim() && { note: note.trim() }),
    };
    onDone(await ask<Api['RereadView']>(`rereads/${item.id}`, { body, version: versionIn(typed) }));
  };
  return (
    <Form
      title={JUDGED_WORDS[outcome]}
      sends="Record"
      version={item.version}
      first={outcome === 'annulled' ? 'annulment' : 'note'}
      {...{ doing, onSend: send, onClose }}
    >
      {outcome === 'annulled' ? (
        <AnnulmentField
          label="Why it cannot be judged"
          {...{ faults, value: annulment, onInput: setAnnulment }}
        />
      ) : (
        <InputField
          {...{ name: 'outcomeOn', label: 'The day it was settled (optional)', type: 'date', faults }}
          value={outcomeOn}
          onInput={(event) => setOutcomeOn(event.currentTarget.value)}
        />
      )}
      <WordsField
        name="note"
        label="Why (optional, for editors)"
        hint="Enter sends."
        {...{ faults, value: note, onInput: setNote }}
      />
    </Form>
  );
}
