import { useState } from 'preact/hooks';
import { type Api, ask } from '../../api.js';
import { useAsked, useDoing } from '../../asking.js';
import { InputField } from '../../field.js';
import { Form, type Typed, versionIn } from '../../form.js';

/** What the house says of itself. What a start needs is in the environment instead. */
export function SettingsPage() {
  const { found, refused, again } = useAsked<Api['HouseView']>('settings');
  return (
    <>
      <h1>Settings</h1>
      <p>
        What every public page says of this house. Ports, databases and logins elsewhere are set where it is
        started.
      </p>
      {refused && <p class="desk-refusal">{refused.message}</p>}
      {found && <House house={found} changed={again} />}
    </>
  );
}

function House({ house, changed }: { house: Api['HouseView']; changed: () => Promise<void> }) {
  const doing = useDoing();
  const [done, setDone] = useState(false);
  const { faults } = doing;
  const change = async ({ name, line, contact, ...typed }: Typed) => {
    setDone(false);
    const body = { name, line, contact: contact ?? null };
    await ask('settings', { body, version: versionIn(typed) });
    await changed();
    setDone(true);
  };
  return (
    <Form doing={doing} sends="Change them" onSend={change} version={house.version} onStale={changed}>
      <InputField
        {...{ label: 'Name', name: 'name', defaultValue: house.name, faults }}
        required
        maxLength={80}
      />
      <InputField
        {...{ label: 'One line', name: 'line', defaultValue: house.line, faults }}
        required
        maxLength={160}
      />
      <InputField
        label="Contact"
        name="contact"
        maxLength={200}
        defaultValue={house.contact ?? ''}
        hint="At the foot of every page; nothing if left empty"
        faults={faults}
      />
      <p role="status">{done && 'Changed.'}</p>
    </Form>
  );
}
