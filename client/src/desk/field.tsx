import { cloneElement, type ComponentChildren, type JSX, type VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Faults } from './faults.js';

export interface FieldProps {
  /** as the API names it */
  name: string;
  label: string;
  faults: Faults;
  hint?: string | undefined;
  /** what is filled in */
  children: VNode<object>;
}

/** One field with its label, and under it what was wrong with it. */
export function Field({ name, label, faults, hint, children }: FieldProps) {
  const id = useId();
  const wrong = faults[name];
  const said = { 'aria-describedby': id, 'aria-invalid': wrong !== undefined };
  return (
    <div class={`field${wrong ? ' field-wrong' : ''}`} data-field={name}>
      <label>
        <span class="field-label">{label}</span>
        {cloneElement(children, said)}
      </label>
      <div id={id}>
        {hint && <p class="field-hint">{hint}</p>}
        <Wrong text={wrong} />
      </div>
    </div>
  );
}

/** Fields that belong together, likewise. */
export function FieldGroup({
  name,
  label,
  faults,
  hint,
  children,
}: Omit<FieldProps, 'children'> & { children: ComponentChildren }) {
  const wrong = faults[name];
  return (
    <fieldset class={`field${wrong ? ' field-wrong' : ''}`} data-field={name}>
      <legend class="field-label">{label}</legend>
      {hint && <p class="field-hint">{hint}</p>}
      {children}
      <Wrong text={wrong} />
    </fieldset>
  );
}

type InputFieldProps = Omit<FieldProps, 'children'> & {
  type?: 'text' | 'password' | 'date' | 'number';
  required?: boolean;
  autofocus?: boolean;
  autocomplete?: 'username' | 'current-password' | 'new-password' | 'off';
  maxLength?: number;
  min?: number;
  max?: number;
  placeholder?: string;
  defaultValue?: string;
  value?: string;
  onInput?: (event: { currentTarget: HTMLInputElement }) => void;
};

/** A line to type. */
export function InputField({ name, label, faults, hint, ...input }: InputFieldProps) {
  // The library's types want a branch for each type of input.
  const attributes = { name, ...input } as JSX.IntrinsicElements['input'];
  return (
    <Field {...{ name, label, faults, hint }}>
      <input {...attributes} />
    </Field>
  );
}

interface ChoiceFieldProps extends Omit<FieldProps, 'children'> {
  words: readonly (readonly [value: string, text: string])[];
  chosen?: string | undefined;
  onChoose?: (value: string) => void;
}

/** A choice among a few words. */
export function ChoiceField({ words, chosen, onChoose, ...field }: ChoiceFieldProps) {
  return (
    <Field {...field}>
      <select name={field.name} onChange={(event) => onChoose?.(event.currentTarget.value)}>
        {words.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** What was said against it, told at once to those who cannot see it. */
export const Wrong = ({ text }: { text: string | undefined }) =>
  text ? (
    <p class="desk-refusal" role="alert">
      {text}
    </p>
  ) : null;
