import { type Api, ask } from '../api.js';
import { useDoing } from '../asking.js';
import { InputField, Wrong } from '../field.js';
import { Form, type Typed } from '../form.js';

/** Where to go after the login: a page of this desk, and of no other site. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/desk(?:[/?#]|$)/.test(next) && !next.includes('\\') ? next : '/desk';
}

/** Why a login elsewhere came to nothing. */
const REFUSED: Readonly<Record<string, string>> = {
  unknown:
    'You are known there, and not yet here. Ask an administrator for an invitation, and use it with that login.',
  name_taken: 'That login elsewhere belongs to another account here.',
  link_void: 'The link was used already, or is over. Ask for another.',
};

/** What to tell somebody who comes back from a login elsewhere. */
export function refusalIn(search: string): string | null {
  const why = new URLSearchParams(search).get('refused');
  return why === null ? null : (REFUSED[why] ?? 'The login elsewhere did not succeed. Try again.');
}

export function LoginPage({ site, oidc }: { site: string; oidc: string | null }) {
  const doing = useDoing();
  const { faults } = doing;
  const refusal = refusalIn(location.search);
  const logIn = async ({ name, password }: Typed) => {
    await ask<Api['SessionView']>('session', { body: { name: name ?? '', password: password ?? '' } });
    location.assign(nextAddress(location.search));
  };

  return (
    <main id="main" class="desk-narrow">
      <h1>{`Log in to ${site}`}</h1>
      {refusal !== null && <Wrong text={refusal} />}
      <Form doing={doing} sends="Log in" first="name" onSend={logIn}>
        <InputField
          {...{ label: 'Name', name: 'name', autocomplete: 'username', faults }}
          required
          maxLength={80}
        />
        <InputField
          {...{
            label: 'Password',
            name: 'password',
            type: 'password',
            autocomplete: 'current-password',
            faults,
          }}
          required
          maxLength={400}
        />
      </Form>
      {oidc !== null && (
        <p>
          <a href="/desk/oidc">{`Log in with ${oidc}`}</a>
        </p>
      )}
      <p>
        Readers need no login: <a href="/">the public record</a>.
      </p>
    </main>
  );
}
