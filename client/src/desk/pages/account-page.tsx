import { useState } from 'preact/hooks';
import { type Api, ask } from '../api.js';
import { useAsked, useDoing } from '../asking.js';
import { moment } from '../admin-words.js';
import type { DeskPageProps } from '../desk-pages.js';
import { Field, Said, typed } from '../field.js';

/** One's own account: password, logins, and the way out. */
export function AccountPage({ account }: DeskPageProps) {
  const oidc = document.getElementById('desk')?.dataset.oidc;
  return (
    <>
      <h1>Your account</h1>
      <p>{`${account.name}, ${account.role}.`}</p>
      <ChangePassword />
      {oidc !== undefined && <Elsewhere name={oidc} />}
      <Sessions />
      <DeleteAccount name={account.name} />
    </>
  );
}

function ChangePassword() {
  const doing = useDoing();
  const [done, setDone] = useState(false);
  const submit = async (event: SubmitEvent) => {
    const form = event.currentTarget as HTMLFormElement;
    const { current, password, again } = typed(event);
    setDone(false);
    const changed = await doing.run(async () => {
      if (password !== again) throw new Error('The two passwords differ.');
      await ask('account/password', { body: { password, ...(current !== undefined && { current }) } });
      form.reset();
    });
    setDone(changed);
  };
  return (
    <section>
      <h2>Change your password</h2>
      <form class="desk-form" onSubmit={(event) => void submit(event)}>
        <Field
          label="The one you have"
          name="current"
          type="password"
          autocomplete="current-password"
          hint="Empty if you have none yet"
          doing={doing}
        />
        <Field
          label="The new one"
          name="password"
          type="password"
          required
          autocomplete="new-password"
          hint="At least 12 characters; any will do."
          doing={doing}
        />
        <Field
          label="The new one again"
          name="again"
          type="password"
          required
          autocomplete="new-password"
          doing={doing}
        />
        <Said doing={doing}>{done && <p>Changed. You are logged in here, and nowhere else.</p>}</Said>
        <button type="submit" disabled={doing.busy}>
          Change the password
        </button>
      </form>
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
      <Said doing={doing} />
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
      <Said doing={doing} />
      <button type="button" disabled={doing.busy} onClick={() => void leave()}>
        Log out everywhere
      </button>
    </section>
  );
}

function DeleteAccount({ name }: { name: string }) {
  const doing = useDoing();
  const [said, setSaid] = useState('');
  const remove = async (event: SubmitEvent) => {
    event.preventDefault();
    await doing.run(async () => {
      await ask('account', { method: 'DELETE' });
      location.assign('/');
    });
  };
  return (
    <section>
      <h2>Delete your account</h2>
      <p>
        Your name, password, logins and tokens are removed for good. What you have logged stays on record, by
        “deleted account” and a number.
      </p>
      <form class="desk-form" onSubmit={(event) => void remove(event)}>
        <Field
          label={`To confirm, type ${name}`}
          name="confirm"
          autocomplete="off"
          value={said}
          onInput={(event) => setSaid(event.currentTarget.value)}
          doing={doing}
        />
        <Said doing={doing} />
        <button type="submit" class="desk-grave" disabled={doing.busy || said !== name}>
          Delete my account
        </button>
      </form>
    </section>
  );
}
