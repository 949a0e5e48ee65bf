import { useState } from 'preact/hooks';
import type { Annulment } from '../../data.js';
import { type Api, ask } from '../api.js';
import type { Faults } from './faults.js';
import { Field } from './field.js';
import type { Judged } from './judgement-draft.js';
import { JUDGED_WORDS } from './judgement-form.js';
import { AnnulmentField, JudgingForm, WordsField } from './judging-form.js';

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
  const [faults, setFaults] = useState<Faults>({});
  const send = async () => {
    const body = {
      outcome,
      ...(outcomeOn && outcome !== 'annulled' && { outcomeOn }),
      ...(annulment && { annulment }),
      ...(note.trim() && { note: note.trim() }),
    };
    onDone(await ask<Api['RereadView']>(`rereads/${item.id}`, { body }));
  };
  return (
    <JudgingForm
      title={JUDGED_WORDS[outcome]}
      sends="Record"
      first={outcome === 'annulled' ? 'annulment' : 'note'}
      {...{ faults, onFaults: setFaults, onSend: send, onClose }}
    >
      {outcome === 'annulled' ? (
        <AnnulmentField
          label="Why it cannot be judged"
          {...{ faults, value: annulment, onInput: setAnnulment }}
        />
      ) : (
        <Field name="outcomeOn" label="The day it was settled (optional)" faults={faults}>
          <input type="date" value={outcomeOn} onInput={(event) => setOutcomeOn(event.currentTarget.value)} />
        </Field>
      )}
      <WordsField
        name="note"
        label="Why (optional, for editors)"
        hint="Enter sends."
        {...{ faults, value: note, onInput: setNote }}
      />
    </JudgingForm>
  );
}
