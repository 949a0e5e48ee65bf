import { useEffect, useState } from 'preact/hooks';
import { type Api, ask } from '../api.js';
import { useDoing } from '../asking.js';
import { firstOf, Missing } from '../faults.js';
import { InputField, Wrong } from '../field.js';
import { Form, type Typed } from '../form.js';

/** The secret of the link, which the browser has told nobody; it is taken out of the address at once. */
function takeSecret(): string {
  const secret = location.hash.slice(1);
  if (secret !== '') {
    sessionStorage.setItem('welcome', secret);
    history.replaceState(null, '', location.pathname);
  }
  return secret || (sessionStorage.getItem('welcome') ?? '');
}

const TITLES = { first: 'Welcome', invite: 'Welcome', reset: 'A new password' } as const;
const LEADS = {
  first: 'Nobody can log in here yet. You become the first administrator.',
  invite: 'You have been invited. Choose the password that you will log in with.',
  reset: 'Choose a new password. You will be logged out wherever you are logged in.',
} as const;

/** Where a link of the first start, of an invitation or of a reset leads. */
export function WelcomePage({ site, oidc }: { site: string; oidc: string | null }) {
  const [secret] = useState(takeSecret);
  const [link, setLink] = useState<Api['LinkedAccount'] | null>(null);
  const looking = useDoing();
  const doing = useDoing();
  const { faults } = doing;
  useEffect(() => {
    void looking.run(async () => setLink(await ask('welcome/look', { body: { secret: secret || '-' } })));
  }, []);

  const choose = async ({ name, password, again }: Typed) => {
    if (password !== again) throw new Missing('again', 'The two passwords differ.');
    await ask('welcome', { body: { secret, password, ...(link?.name === null && { name }) } });
    sessionStorage.removeItem('welcome');
    location.assign('/desk');
  };
  const elsewhere = () =>
    doing.run(async () => {
      const name = document.querySelector<HTMLInputElement>('input[name=name]')?.value;
      await ask('welcome/elsewhere', { body: { secret, ...(link?.name === null && name && { name }) } });
      sessionStorage.removeItem('welcome');
      location.assign('/desk/oidc');
    });

  return (
    <main id="main" class="desk-narrow">
      <h1>{link ? `${TITLES[link.kind]}${link.name ? `, ${link.name}` : ''}` : site}</h1>
      <Wrong text={firstOf(looking.faults)} />
      {link && (
        <Form
          doing={doing}
          sends={link.kind === 'reset' ? 'Change it and log in' : 'Begin'}
          onSend={choose}
          beside={
            oidc !== null && (
              <button type="button" disabled={doing.busy} onClick={() => void elsewhere()}>
                {`Use ${oidc} instead`}
              </button>
            )
          }
        >
          <p>{LEADS[link.kind]}</p>
          {link.name === null ? (
            <InputField
              {...{ label: 'Your name', name: 'name', autocomplete: 'username', faults }}
              required
              maxLength={80}
            />
          ) : (
            <input type="hidden" autocomplete="username" value={link.name} />
          )}
          <InputField
            {...{
              label: 'Password',
              name: 'password',
              type: 'password',
              autocomplete: 'new-password',
              faults,
            }}
            required
            maxLength={400}
            hint="At least 12 characters; any will do. Four words that do not belong together are good."
          />
          <InputField
            {...{
              label: 'The same again',
              name: 'again',
              type: 'password',
              autocomplete: 'new-password',
              faults,
            }}
            required
            maxLength={400}
          />
        </Form>
      )}
    </main>
  );
}
