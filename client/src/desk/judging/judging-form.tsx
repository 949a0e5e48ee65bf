import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Annulment } from '../../data.js';
import { ANNULMENT_WORDS } from '../../words.js';
import { type Faults, faultsOf } from './faults.js';
import { Field, sendOnEnter, useFormFocus, Wrong } from './field.js';

export interface JudgingFormProps {
  title: string;
  /** what its button says */
  sends: string;
  /** the field that takes the focus when the form opens */
  first: string | null;
  faults: Faults;
  onFaults: (faults: Faults) => void;
  /** @throws whatever is refused: it is shown at its field */
  onSend: () => Promise<void>;
  onClose: () => void;
  children: ComponentChildren;
}

/** The frame of every form that puts something on record: it is sent once at a time, and refused where it was wrong. */
export function JudgingForm({ title, sends, first, faults, onFaults, ...props }: JudgingFormProps) {
  const [busy, setBusy] = useState(false);
  const form = useFormFocus(first, faults);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    onFaults({});
    try {
      await props.onSend();
    } catch (error) {
      onFaults(faultsOf(error));
    }
    setBusy(false);
  };
  return (
    <form ref={form} class="judgement" aria-label={title} onSubmit={(event) => void submit(event)} noValidate>
      <h3>{title}</h3>
      {props.children}
      <Wrong text={faults['']} />
      <p class="form-end">
        <button type="submit" disabled={busy}>
          {sends}
        </button>{' '}
        <button type="button" class="quiet" onClick={props.onClose}>
          Close (Esc)
        </button>
      </p>
    </form>
  );
}

interface InputProps<T> {
  label: string;
  faults: Faults;
  value: T;
  onInput: (value: T) => void;
}

/** Words of one's own; Enter sends the form. */
export function WordsField({
  name,
  rows = 2,
  hint,
  ...props
}: InputProps<string> & { name: string; rows?: number; hint?: string }) {
  return (
    <Field name={name} label={props.label} faults={props.faults} hint={hint}>
      <textarea
        rows={rows}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={sendOnEnter}
      />
    </Field>
  );
}

/** The reasons for which a prediction is annulled, but those that do not come into question here. */
export function AnnulmentField({
  without,
  ...props
}: InputProps<Annulment | ''> & { without?: Annulment | undefined }) {
  return (
    <Field name="annulment" label={props.label} faults={props.faults}>
      <select
        value={props.value}
        onChange={(event) => props.onInput(event.currentTarget.value as Annulment | '')}
      >
        {props.value === '' && <option value="">Choose …</option>}
        {Object.entries(ANNULMENT_WORDS)
          .filter(([code]) => code !== without)
          .map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
      </select>
    </Field>
  );
}
