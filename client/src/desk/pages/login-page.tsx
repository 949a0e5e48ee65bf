import { useState } from 'preact/hooks';
import { type Api, ask, Refusal } from '../api.js';

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
  const [wrong, setWrong] = useState<string | null>(() => refusalIn(location.search));
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    try {
      const body = { name: form.get('name'), password: form.get('password') };
      await ask<Api['SessionView']>('session', { body });
      location.assign(nextAddress(location.search));
    } catch (error) {
      setWrong(error instanceof Refusal ? error.message : String(error));
      setBusy(false);
    }
  };

  return (
    <main id="main" class="desk-narrow">
      <h1>{`Log in to ${site}`}</h1>
      <form class="desk-form" onSubmit={(event) => void submit(event)}>
        <label>
          Name
          <input name="name" required autocomplete="username" autofocus maxLength={80} />
        </label>
        <label>
          Password
          <input name="password" type="password" required autocomplete="current-password" maxLength={400} />
        </label>
        {wrong !== null && (
          <p class="desk-refusal" role="alert">
            {wrong}
          </p>
        )}
        <button type="submit" disabled={busy}>
          Log in
        </button>
      </form>
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
