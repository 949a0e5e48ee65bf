import { useState } from 'preact/hooks';
import { ask } from '../api.js';
import { useDoing } from '../asking.js';
import { ChoiceField } from '../field.js';
import { Form, type Typed, versionIn } from '../form.js';
import { WordsField } from './judging-fields.js';

/** A field of a small form: a list to choose from, or words. */
interface SmallField {
  name: string;
  label: string;
  options?: readonly (readonly [code: string, words: string])[];
  value?: string;
  rows?: number;
}

export interface SmallFormProps {
  title: string;
  /** below the API's prefix */
  path: string;
  fields: readonly SmallField[];
  /** sent along with the fields */
  also?: Record<string, unknown>;
  /** of what it changes, as it was read */
  version: number;
  onDone: (said: string) => void;
}

/** One thing that is put on record, with a few fields. */
export function SmallForm({ title, path, fields, also, version, onDone }: SmallFormProps) {
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ name, value, options }) => [name, value ?? options?.[0]?.[0] ?? ''])),
  );
  const doing = useDoing();
  const send = async (typed: Typed) => {
    const filled = Object.entries(values).filter(([, value]) => value.trim() !== '');
    await ask(path, { body: { ...Object.fromEntries(filled), ...also }, version: versionIn(typed) });
    onDone(`${title}: recorded.`);
  };
  return (
    <details class="small-form">
      <summary>{title}</summary>
      <Form doing={doing} sends="Record" onSend={send} version={version}>
        {fields.map(({ name, label, options, rows }) => {
          const field = { name, label, faults: doing.faults };
          const set = (value: string) => setValues((before) => ({ ...before, [name]: value }));
          return options ? (
            <ChoiceField key={name} {...field} words={options} chosen={values[name]} onChoose={set} />
          ) : (
            <WordsField key={name} {...field} rows={rows ?? 2} value={values[name] ?? ''} onInput={set} />
          );
        })}
      </Form>
    </details>
  );
}
