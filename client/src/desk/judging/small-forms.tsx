import { useState } from 'preact/hooks';
import { ask } from '../api.js';
import { type Faults, faultsOf } from './faults.js';
import { Field, Wrong } from './field.js';

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
  ifMatch?: string;
  onDone: (said: string) => void;
}

/** One thing that is put on record, with a few fields. */
export function SmallForm({ title, path, fields, also, ifMatch, onDone }: SmallFormProps) {
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ name, value, options }) => [name, value ?? options?.[0]?.[0] ?? ''])),
  );
  const [faults, setFaults] = useState<Faults>({});
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const filled = Object.entries(values).filter(([, value]) => value.trim() !== '');
    try {
      await ask(path, { body: { ...Object.fromEntries(filled), ...also }, ...(ifMatch && { ifMatch }) });
      setFaults({});
      onDone(`${title}: recorded.`);
    } catch (error) {
      setFaults(faultsOf(error));
    }
  };
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  return (
    <details class="small-form">
      <summary>{title}</summary>
      <form class="judgement" aria-label={title} onSubmit={(event) => void submit(event)} noValidate>
        {fields.map(({ name, label, options, rows }) => (
          <Field key={name} name={name} label={label} faults={faults}>
            {options ? (
              <select value={values[name]} onChange={(event) => set(name, event.currentTarget.value)}>
                {options.map(([code, words]) => (
                  <option key={code} value={code}>
                    {words}
                  </option>
                ))}
              </select>
            ) : (
              <textarea
                rows={rows ?? 2}
                value={values[name]}
                onInput={(event) => set(name, event.currentTarget.value)}
              />
            )}
          </Field>
        ))}
        <Wrong text={Object.entries(faults).find(([name]) => !(name in values))?.[1]} />
        <button type="submit">Record</button>
      </form>
    </details>
  );
}
