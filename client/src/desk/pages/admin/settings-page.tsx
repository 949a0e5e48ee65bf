import { useState } from 'preact/hooks';
import { type Api, ask } from '../../api.js';
import { useAsked, useDoing } from '../../asking.js';
import { Field, Said, typed } from '../../field.js';

/** What the house says of itself. What a start needs is in the environment instead. */
export function SettingsPage() {
  const { found, refused } = useAsked<Api['HouseView']>('settings');
  return (
    <>
      <h1>Settings</h1>
      <p>
        What every public page says of this house. Ports, databases and logins elsewhere are set where it is
        started.
      </p>
      {refused && <p class="desk-refusal">{refused.message}</p>}
      {found && <House house={found} />}
    </>
  );
}

function House({ house }: { house: Api['HouseView'] }) {
  const doing = useDoing();
  const [done, setDone] = useState(false);
  const submit = async (event: SubmitEvent) => {
    const { name, line, contact } = typed(event);
    setDone(await doing.run(() => ask('settings', { body: { name, line, contact: contact ?? null } })));
  };
  return (
    <form class="desk-form" onSubmit={(event) => void submit(event)}>
      <Field label="Name" name="name" required maxLength={80} defaultValue={house.name} doing={doing} />
      <Field label="One line" name="line" required maxLength={160} defaultValue={house.line} doing={doing} />
      <Field
        label="Contact"
        name="contact"
        maxLength={200}
        defaultValue={house.contact ?? ''}
        hint="At the foot of every page; nothing if left empty"
        doing={doing}
      />
      <Said doing={doing}>{done && <p>Changed.</p>}</Said>
      <button type="submit" disabled={doing.busy}>
        Change them
      </button>
    </form>
  );
}
