import { useEffect, useRef, useState } from 'preact/hooks';
import { type Api, ask } from '../../api.js';
import { useDoing } from '../../asking.js';
import { ROLE_WORDS } from '../../admin-words.js';
import { Choose, Field, Said, typed } from '../../field.js';

export interface AccountDialogProps {
  account: Api['AccountView'];
  /** a link was made, to be shown once */
  given: (link: Api['LinkView']) => void;
  /** something was changed */
  done: () => Promise<void>;
  close: () => void;
}

/** What an administrator can do with one account. */
export function AccountDialog({ account, given, done, close }: AccountDialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const doing = useDoing();
  const [said, setSaid] = useState('');
  useEffect(() => ref.current?.showModal(), []);
  const path = `accounts/${account.id}`;
  const act = (work: () => Promise<void>) =>
    doing.run(async () => {
      await work();
      await done();
    });
  const post = (what: string) => act(() => ask(`${path}/${what}`, { method: 'POST' }));

  const changeRole = (event: SubmitEvent) => {
    const { role, mayLogFor } = typed(event);
    const slugs = mayLogFor?.split(/[\s,]+/).filter((slug) => slug !== '');
    return act(() => ask(`${path}/role`, { body: { role, mayLogFor: slugs ?? null } }));
  };
  const reset = () =>
    act(async () => given(await ask<Api['LinkView']>(`${path}/resets`, { method: 'POST' })));
  const remove = (event: SubmitEvent) => {
    event.preventDefault();
    return act(() => ask(path, { method: 'DELETE' }));
  };

  return (
    <dialog ref={ref} class="desk-dialog" aria-labelledby="account-dialog-title" onClose={close}>
      <h2 id="account-dialog-title">{account.name}</h2>
      <Said doing={doing} />
      <form class="desk-form" onSubmit={(event) => void changeRole(event)}>
        <Choose label="Role" name="role" words={ROLE_WORDS} chosen={account.role} />
        <Field
          label="May log for"
          name="mayLogFor"
          defaultValue={account.mayLogFor?.join(', ') ?? ''}
          hint="With commas; all if left empty. A change logs them out everywhere."
          doing={doing}
        />
        <button type="submit" disabled={doing.busy}>
          Change the role
        </button>
      </form>
      <p class="desk-actions">
        {account.closedAt === null && (
          <button type="button" disabled={doing.busy} onClick={() => void reset()}>
            {account.canLogIn ? 'Link to a new password' : 'Another invitation'}
          </button>
        )}
        {account.closedAt === null ? (
          <button type="button" disabled={doing.busy} onClick={() => void post('closings')}>
            Close: logins and tokens end
          </button>
        ) : (
          <button type="button" disabled={doing.busy} onClick={() => void post('reopenings')}>
            Open again
          </button>
        )}
      </p>
      <form class="desk-form" onSubmit={(event) => void remove(event)}>
        <Field
          label={`To delete the account, type ${account.name}`}
          name="confirm"
          autocomplete="off"
          value={said}
          hint="Name, password, logins and tokens go for good; what was logged stays, by “deleted account”."
          onInput={(event) => setSaid(event.currentTarget.value)}
          doing={doing}
        />
        <p class="desk-actions">
          <button type="submit" class="desk-grave" disabled={doing.busy || said !== account.name}>
            Delete
          </button>
          <button type="button" onClick={() => ref.current?.close()}>
            Leave it
          </button>
        </p>
      </form>
    </dialog>
  );
}
