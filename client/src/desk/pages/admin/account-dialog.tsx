import { useState } from 'preact/hooks';
import { type Api, ask } from '../../api.js';
import { useDoing } from '../../asking.js';
import { ROLE_WORDS, slugsIn } from '../../admin-words.js';
import { Dialog } from '../../dialog.js';
import { firstOf } from '../../faults.js';
import { ChoiceField, InputField, Wrong } from '../../field.js';
import { DisplayNameForm } from '../../display-name-form.js';
import { Form, type Typed, versionIn } from '../../form.js';

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
  const role = useDoing();
  const deletion = useDoing();
  const doing = useDoing();
  const [said, setSaid] = useState('');
  const path = `accounts/${account.id}`;
  const act = (work: () => Promise<void>) =>
    doing.run(async () => {
      await work();
      await done();
    });
  const { version } = account;
  const post = (what: string) => act(() => ask(`${path}/${what}`, { method: 'POST', version }));
  const reset = () =>
    act(async () => given(await ask<Api['LinkView']>(`${path}/resets`, { method: 'POST', version })));

  const changeRole = async ({ role, mayLogFor, ...typed }: Typed) => {
    const body = { role, mayLogFor: mayLogFor ? slugsIn(mayLogFor) : null };
    await ask(`${path}/role`, { body, version: versionIn(typed) });
    await done();
  };
  const remove = async () => {
    await ask(path, { method: 'DELETE', version });
    await done();
  };

  return (
    <Dialog title={account.name} onClose={close}>
      <DisplayNameForm path={`${path}/display-name`} shown={account} changed={done} />
      <Form doing={role} sends="Change the role" onSend={changeRole} version={version}>
        <ChoiceField
          {...{ label: 'Role', name: 'role', words: ROLE_WORDS, chosen: account.role, faults: role.faults }}
        />
        <InputField
          label="May log for"
          name="mayLogFor"
          defaultValue={account.mayLogFor?.join(', ') ?? ''}
          hint="With commas; all if left empty. A change logs them out everywhere."
          faults={role.faults}
        />
      </Form>
      <Wrong text={firstOf(doing.faults)} />
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
      <Form doing={deletion} sends="Delete" onSend={remove} waits={said !== account.name} grave>
        <InputField
          label={`To delete the account, type ${account.name}`}
          name="confirm"
          autocomplete="off"
          value={said}
          hint="Name, password, logins and tokens go for good; what was logged stays, by “deleted account”."
          onInput={(event) => setSaid(event.currentTarget.value)}
          faults={deletion.faults}
        />
      </Form>
    </Dialog>
  );
}
