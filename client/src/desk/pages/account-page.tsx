import { useState } from 'preact/hooks';
import { type Api, ask } from '../api.js';
import { useAsked, useDoing } from '../asking.js';
import { moment } from '../admin-words.js';
import type { DeskPageProps } from '../desk-pages.js';
import { DisplayNameForm } from '../display-name-form.js';
import { firstOf, Missing } from '../faults.js';
import { InputField, Wrong } from '../field.js';
import { Form, type Typed } from '../form.js';

/** One's own account: password, logins, and the way out. */
export function AccountPage({ account: opened }: DeskPageProps) {
  const [account, setAccount] = useState(opened);
  const again = async () => setAccount((await ask<Api['SessionView']>('session')).account ?? account);
  const oidc = document.getElementById('desk')?.dataset.oidc;
  return (
    <>
      <h1>Your account</h1>
      <p>{`${account.name}, ${account.role}.`}</p>
      <section>
        <h2>How readers see you</h2>
        <DisplayNameForm path="account/display-name" shown={account} changed={again} />
      </section>
      <ChangePassword />
      {oidc !== undefined && <Elsewhere name={oidc} />}
      <Sessions />
      <DeleteAccount name={account.name} />
    </>
  );
}

function ChangePassword() {
  const doing = useDoing();
  const { faults } = doing;
  const [done, setDone] = useState(false);
  const change = async ({ current, password, again }: Typed, form: HTMLFormElement) => {
    setDone(false);
    if (password !== again) throw new Missing('again', 'The two passwords differ.');
    await ask('account/password', { body: { password, ...(current !== undefined && { current }) } });
    form.reset();
    setDone(true);
  };
  return (
    <section>
      <h2>Change your password</h2>
      <Form doing={doing} sends="Change the password" onSend={change}>
        <InputField
          label="The one you have"
          name="current"
          type="password"
          autocomplete="current-password"
          hint="Empty if you have none yet"
          faults={faults}
        />
        <InputField
          label="The new one"
          name="password"
          type="password"
          required
          autocomplete="new-password"
          hint="At least 12 characters; any will do."
          faults={faults}
        />
        <InputField
          label="The new one again"
          name="again"
          type="password"
          required
          autocomplete="new-password"
          faults={faults}
        />
        <p role="status">{done && 'Changed. You are logged in here, and nowhere else.'}</p>
      </Form>
    </section>
  );
}

function Elsewhere({ name }: { name: string }) {
  const doing = useDoing();
  const go = () =>
    doing.run(async () => {
      await ask('account/elsewhere', { method: 'POST' });
      location.assign('/desk/oidc');
    });
  return (
    <section>
      <h2>{`Log in with ${name}`}</h2>
      <p>{`Whoever ${name} then says you are is you here, too.`}</p>
      <Wrong text={firstOf(doing.faults)} />
      <button type="button" disabled={doing.busy} onClick={() => void go()}>
        {`Use ${name} from now on`}
      </button>
    </section>
  );
}

function Sessions() {
  const { found, refused } = useAsked<Api['OpenSessions']>('account/sessions');
  const doing = useDoing();
  const leave = () =>
    doing.run(async () => {
      await ask('account/sessions', { method: 'DELETE' });
      location.assign('/desk/login');
    });
  return (
    <section>
      <h2>Where you are logged in</h2>
      {refused && <p class="desk-refusal">{refused.message}</p>}
      <ul>
        {found?.items.map((one) => (
          <li key={one.createdAt}>
            {`since ${moment(one.createdAt)}, last seen ${moment(one.lastSeenAt)}${one.here ? ' (here)' : ''}`}
          </li>
        ))}
      </ul>
      <Wrong text={firstOf(doing.faults)} />
      <button type="button" disabled={doing.busy} onClick={() => void leave()}>
        Log out everywhere
      </button>
    </section>
  );
}

function DeleteAccount({ name }: { name: string }) {
  const doing = useDoing();
  const [said, setSaid] = useState('');
  const remove = async () => {
    await ask('account', { method: 'DELETE' });
    location.assign('/');
  };
  return (
    <section>
      <h2>Delete your account</h2>
      <p>
        Your name, password, logins and tokens are removed for good. What you have logged stays on record, by
        “deleted account” and a number.
      </p>
      <Form doing={doing} sends="Delete my account" onSend={remove} waits={said !== name} grave>
        <InputField
          label={`To confirm, type ${name}`}
          name="confirm"
          autocomplete="off"
          value={said}
          onInput={(event) => setSaid(event.currentTarget.value)}
          faults={doing.faults}
        />
      </Form>
    </section>
  );
}
