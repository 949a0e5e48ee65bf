import type { ComponentChild, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Doing } from './asking.js';

export interface FieldProps {
  label: string;
  name: string;
  hint?: string;
  doing: Doing;
  type?: 'text' | 'password' | 'date' | 'number';
  required?: boolean;
  autocomplete?: 'username' | 'current-password' | 'new-password' | 'off';
  maxLength?: number;
  min?: number;
  max?: number;
  placeholder?: string;
  defaultValue?: string;
  value?: string;
  onInput?: (event: { currentTarget: HTMLInputElement }) => void;
}

/** A field with its label; what the server said against it stands below, and the focus goes there. */
export function Field({ label, name, hint, doing, ...input }: FieldProps) {
  const id = useId();
  const ref = useRef<HTMLInputElement>(null);
  const wrong = doing.fields.find(({ field }) => field === name)?.message;
  const isFirst = doing.fields[0]?.field === name;
  useEffect(() => {
    if (isFirst) ref.current?.focus();
  }, [doing.refused]);
  // The library's types want a branch for each type of input.
  const attributes = {
    ...input,
    id,
    name,
    'aria-invalid': wrong !== undefined,
  } as JSX.IntrinsicElements['input'];
  return (
    <p class="desk-field">
      <label htmlFor={id}>{label}</label>
      <input {...attributes} ref={ref} aria-describedby={`${id}-said`} />
      <span id={`${id}-said`} class={wrong === undefined ? 'desk-hint' : 'desk-wrong'}>
        {wrong ?? hint}
      </span>
    </p>
  );
}

/** A choice among a few words. */
export function Choose({
  label,
  name,
  words,
  chosen,
}: {
  label: string;
  name: string;
  words: readonly (readonly [value: string, text: string])[];
  chosen?: string;
}) {
  const id = useId();
  return (
    <p class="desk-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name}>
        {words.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What the server said that belongs to no field, told at once to those who cannot see it. */
export function Said({ doing, children }: { doing: Doing; children?: ComponentChild }) {
  const isElsewhere = doing.refused && doing.fields.length === 0;
  return (
    <div role="status" aria-live="polite">
      {isElsewhere ? <p class="desk-refusal">{doing.refused!.message}</p> : children}
    </div>
  );
}

/** What was typed into a form, by name; what was left empty is left out. */
export function typed(event: Event): Record<string, string> {
  event.preventDefault();
  const entries = [...new FormData(event.currentTarget as HTMLFormElement)];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])),
  );
}
