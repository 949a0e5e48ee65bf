import type { Annulment } from '../../data.js';
import { ANNULMENT_WORDS } from '../../words.js';
import type { Faults } from '../faults.js';
import { ChoiceField, Field } from '../field.js';
import { sendOnEnter } from '../form.js';

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
  const codes = Object.entries(ANNULMENT_WORDS).filter(([code]) => code !== without);
  return (
    <ChoiceField
      name="annulment"
      label={props.label}
      faults={props.faults}
      words={props.value === '' ? [['', 'Choose …'], ...codes] : codes}
      chosen={props.value}
      onChoose={(code) => props.onInput(code as Annulment | '')}
    />
  );
}
