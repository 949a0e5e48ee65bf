import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Doing } from './asking.js';
import { isStale, Missing } from './faults.js';
import { Wrong } from './field.js';

/** What stands in fields that keep it themselves, by name; what was left empty is left out. */
export type Typed = Record<string, string>;

export interface FormProps {
  doing: Doing;
  /** what its button says */
  sends: string;
  /** @throws whatever is refused: it is shown at its field, and the focus goes there */
  onSend: (typed: Typed, form: HTMLFormElement) => Promise<void>;
  title?: string;
  /** the field that takes the focus when the form opens */
  first?: string;
  onClose?: (() => void) | undefined;
  /** whether the button waits for something else to be filled in */
  waits?: boolean;
  /** of what it changes, as it was read: kept in a field from when somebody begins to type */
  version?: number | undefined;
  /** reads again what has changed meanwhile: fields in which nobody has typed then show it */
  onStale?: (() => Promise<void>) | undefined;
  /** it takes away for good */
  grave?: boolean;
  /** other ways out, beside the button */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

const FOCUSABLE = 'input:not([type=hidden]), textarea, select, button';

/** The frame of every form of the desk: it is sent once at a time, and refused where it was wrong. */
export function Form({ doing, sends, onSend, title, first, waits, grave, version, ...props }: FormProps) {
  const begun = useRef(false);
  const held = useRef(version);
  if (!begun.current) held.current = version;
  const form = useRef<HTMLFormElement>(null);
  const [elsewhere, setElsewhere] = useState<string>();
  const placeOf = (name: string) => form.current?.querySelector(`[data-field="${name}"]`);
  const focus = (place: Element | null | undefined) => place?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  useEffect(() => {
    if (first !== undefined) focus(placeOf(first) ?? form.current);
  }, []);
  useEffect(() => {
    const faults = Object.entries(doing.faults);
    // What concerns a field that is not here is said at the foot: nothing is refused in silence.
    setElsewhere(faults.find(([name]) => !placeOf(name))?.[1]);
    focus(faults.map(([name]) => placeOf(name)).find(Boolean));
  }, [doing.faults]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sent = event.currentTarget as HTMLFormElement;
    void doing.run(async () => {
      try {
        await onSend(typedIn(sent), sent);
      } catch (error) {
        if (isStale(error)) await props.onStale?.();
        throw error;
      }
      begun.current = false;
    });
  };
  return (
    <form
      ref={form}
      class="desk-form"
      aria-label={title}
      onSubmit={submit}
      onInput={() => (begun.current = true)}
      noValidate
    >
      {version !== undefined && <input type="hidden" name="version" value={held.current} />}
      {title && <h3>{title}</h3>}
      {props.children}
      <Wrong text={elsewhere} />
      <p class="desk-actions">
        <button type="submit" class={grave ? 'desk-grave' : undefined} disabled={doing.busy || waits}>
          {sends}
        </button>
        {props.beside}
        {props.onClose && (
          <button type="button" class="quiet" onClick={props.onClose}>
            Close (Esc)
          </button>
        )}
      </p>
    </form>
  );
}

/** @throws {Missing} where a day or a number is only half there: the browser would give it out as empty */
function typedIn(form: HTMLFormElement): Typed {
  const inputs = [...form.querySelectorAll('input')];
  const half = inputs.find(({ validity }) => validity.badInput);
  if (half)
    throw new Missing(
      half.closest<HTMLElement>('[data-field]')?.dataset.field ?? '',
      'This is only half filled in.',
    );
  const entries = [...new FormData(form)];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])),
  );
}

/** Version of what a form changes, as it stands in its field. */
export const versionIn = ({ version }: Typed): number => Number(version);

/** Enter sends; with Shift it begins a line. */
export function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}
