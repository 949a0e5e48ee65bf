import { useState } from 'preact/hooks';
import { BASIS_WORDS } from '../../words.js';
import type { Basis } from '../../data.js';
import { useDoing } from '../asking.js';
import { Missing } from '../faults.js';
import { Field, FieldGroup, InputField } from '../field.js';
import { Form } from '../form.js';
import { DuplicateSearch } from './duplicate-search.js';
import { EdgeCaseChoice } from './edge-case-choice.js';
import { EventChoice } from './event-choice.js';
import { draftOf, type Judged, type JudgementDraft, missingIn, withEvent } from './judgement-draft.js';
import { AnnulmentField, WordsField } from './judging-fields.js';
import { type BlindRecord, type Suggested, todayIn } from './record.js';

export const JUDGED_WORDS: Record<Judged, string> = {
  occurred: 'Yes, it happened',
  not_occurred: 'No, it did not happen',
  annulled: 'Annul it',
};

export interface JudgementFormProps {
  outcome: Judged;
  record: BlindRecord;
  suggested?: readonly Suggested[] | undefined;
  /** what the button says, where it does not record at once */
  sends?: string;
  /** @throws whatever is refused: it is shown at its field */
  onSend: (draft: JudgementDraft) => Promise<void>;
  onClose: () => void;
}

/** What the rules need of a judgement, beside what is judged. Enter sends it. */
export function JudgementForm({ outcome, record, suggested, sends, onSend, onClose }: JudgementFormProps) {
  const today = todayIn(record.zone);
  const [draft, setDraft] = useState(() => draftOf(outcome, record, today));
  const doing = useDoing();
  const { faults } = doing;
  const change = (fields: Partial<JudgementDraft>) => setDraft({ ...draft, ...fields });
  const send = async () => {
    const missing = missingIn(draft, record);
    if (missing === 'premise')
      throw new Missing(
        'premise',
        'Say that the “if” held. Where it failed, annul instead: a, “the premise failed”.',
      );
    if (missing === 'noEdgeCase') throw new Missing('noEdgeCase', 'Say why no row of the table fits.');
    await onSend(draft);
  };
  const isEarly = outcome === 'not_occurred' && draft.outcomeOn < record.deadline;
  const onPremise = record.evidence.filter(({ on }) => on === 'premise');
  return (
    <Form
      title={JUDGED_WORDS[outcome]}
      sends={sends ?? 'Record'}
      first={missingIn(draft, record) ?? 'reason'}
      {...{ doing, onSend: send, onClose }}
    >
      {outcome === 'annulled' && (
        <>
          <AnnulmentField
            label="Why it cannot be judged"
            faults={faults}
            value={draft.annulment}
            without={record.premise === null ? 'premise_false' : undefined}
            onInput={(annulment) => change({ annulment })}
          />
          {draft.annulment === 'duplicate' && (
            <DuplicateSearch
              record={record}
              faults={faults}
              chosen={draft.duplicateOf}
              onChoose={(duplicateOf) => change({ duplicateOf })}
            />
          )}
        </>
      )}
      {outcome !== 'annulled' && (
        <EventChoice
          label={outcome === 'occurred' ? 'What settled it' : 'What shows it, if anything'}
          topic={record.topic.slug}
          openedOn={record.openedOn}
          linked={record.evidence}
          suggested={suggested ?? []}
          chosen={draft.evidence}
          faults={faults}
          onChoose={(event) => setDraft((before) => withEvent(before, event))}
        />
      )}
      {record.premise !== null && outcome !== 'annulled' && (
        <FieldGroup name="premise" label={`“${record.premise}”`} faults={faults}>
          <label class="check">
            <input
              type="checkbox"
              checked={draft.premiseHeld}
              onChange={(event) => change({ premiseHeld: event.currentTarget.checked })}
            />{' '}
            This held. Where it failed, the prediction is annulled.
          </label>
        </FieldGroup>
      )}
      {record.premise !== null && onPremise.length > 0 && (
        <FieldGroup name="premiseEvidence" label="What shows that" faults={faults}>
          {onPremise.map(({ event }) => (
            <label key={event.id} class="check">
              <input
                type="checkbox"
                checked={draft.premiseEvidence.includes(event.id)}
                onChange={() =>
                  change({
                    premiseEvidence: draft.premiseEvidence.includes(event.id)
                      ? draft.premiseEvidence.filter((id) => id !== event.id)
                      : [...draft.premiseEvidence, event.id],
                  })
                }
              />{' '}
              {event.headline}
            </label>
          ))}
        </FieldGroup>
      )}
      <InputField
        name="outcomeOn"
        label="The day it was settled"
        type="date"
        faults={faults}
        value={draft.outcomeOn}
        onInput={(event) => change({ outcomeOn: event.currentTarget.value })}
      />
      <WordsField
        name="reason"
        label={isEarly ? 'Why it has become impossible before the deadline' : 'Reason'}
        hint="It is published beside the outcome. Enter sends, Shift+Enter begins a line."
        rows={3}
        faults={faults}
        value={draft.reason}
        onInput={(reason) => change({ reason })}
      />
      {outcome !== 'annulled' && (
        <details>
          <summary>Edge case, basis{outcome === 'not_occurred' ? ', what fell short' : ''}</summary>
          <EdgeCaseChoice criteria={record.criteria} draft={draft} faults={faults} onChange={change} />
          <Field name="basis" label="Basis" faults={faults}>
            <select
              value={draft.basis}
              onChange={(event) => change({ basis: event.currentTarget.value as Basis | '' })}
            >
              <option value="">as follows from the evidence</option>
              <option value="observed">{BASIS_WORDS.observed}</option>
              <option value="judged">{BASIS_WORDS.judged}</option>
              {outcome === 'not_occurred' && <option value="absence">{BASIS_WORDS.absence}</option>}
            </select>
          </Field>
          {outcome === 'not_occurred' && (
            <InputField
              name="shortfall"
              label="What fell short, if it nearly happened"
              faults={faults}
              hint="What came after the deadline is linked as evidence that settles it (e): it then counts as late, not as a yes."
              value={draft.shortfall}
              onInput={(event) => change({ shortfall: event.currentTarget.value })}
            />
          )}
        </details>
      )}
    </Form>
  );
}
