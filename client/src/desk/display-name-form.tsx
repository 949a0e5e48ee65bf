import { useState } from 'preact/hooks';
import { type Api, ask } from './api.js';
import { useDoing } from './asking.js';
import { InputField } from './field.js';
import { Form, type Typed, versionIn } from './form.js';

export interface DisplayNameFormProps {
  /** below the API's prefix */
  path: string;
  shown: Pick<Api['AccountView'], 'displayName' | 'version'>;
  changed: () => Promise<void>;
}

/** The name under which readers see what an account has done. */
export function DisplayNameForm({ path, shown, changed }: DisplayNameFormProps) {
  const doing = useDoing();
  const [done, setDone] = useState(false);
  const change = async ({ displayName, ...typed }: Typed) => {
    setDone(false);
    await ask(path, { body: { displayName: displayName ?? null }, version: versionIn(typed) });
    await changed();
    setDone(true);
  };
  return (
    <Form doing={doing} sends="Change the name" onSend={change} version={shown.version}>
      <InputField
        label="Name that readers see"
        name="displayName"
        maxLength={80}
        autocomplete="off"
        defaultValue={shown.displayName ?? ''}
        hint="A word of the role, such as “an editor”, if left empty; never the name to log in with, no e-mail address"
        faults={doing.faults}
      />
      <p role="status">{done && 'Changed.'}</p>
    </Form>
  );
}
