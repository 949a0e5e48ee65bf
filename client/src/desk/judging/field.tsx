import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Faults } from './faults.js';

export interface FieldProps {
  name: string;
  label: string;
  faults: Faults;
  hint?: string | undefined;
  children: ComponentChildren;
}

/** One field with its label, and under it what was wrong with it. */
export function Field({ name, label, faults, hint, children }: FieldProps) {
  const wrong = faults[name];
  return (
    <div class={`field${wrong ? ' field-wrong' : ''}`} data-field={name}>
      <label>
        <span class="field-label">{label}</span>
        {children}
      </label>
      {hint && <p class="field-hint">{hint}</p>}
      <Wrong text={wrong} />
    </div>
  );
}

/** Fields that belong together, likewise. */
export function FieldGroup({ name, label, faults, hint, children }: FieldProps) {
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

export const Wrong = ({ text }: { text: string | undefined }) =>
  text ? (
    <p class="desk-refusal" role="alert">
      {text}
    </p>
  ) : null;

const FOCUSABLE = 'input:not([type=hidden]), textarea, select, button';

/** A form that takes the focus where it begins: at the field that is missing first, and then at what was wrong. */
export function useFormFocus(first: string | null, faults: Faults) {
  const form = useRef<HTMLFormElement>(null);
  const focus = (name: string | null | undefined) => {
    const place = name ? form.current?.querySelector(`[data-field="${name}"]`) : form.current;
    (place ?? form.current)?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  };
  useEffect(() => focus(first ?? 'reason'), []);
  useEffect(() => {
    const [wrong] = Object.keys(faults).filter(Boolean);
    if (wrong) focus(wrong);
  }, [faults]);
  return form;
}

/** Enter sends; with Shift it begins a line. */
export function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}
