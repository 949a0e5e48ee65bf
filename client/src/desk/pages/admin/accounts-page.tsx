import { useState } from 'preact/hooks';
import { type Api, ask } from '../../api.js';
import { useAsked, useAskedAll, useDoing } from '../../asking.js';
import { moment, ROLE_WORDS, slugsIn } from '../../admin-words.js';
import { ChoiceField, InputField } from '../../field.js';
import { Form, type Typed } from '../../form.js';
import { ShownOnce } from '../../once.js';
import { WideTable } from '../../wide-table.js';
import { AccountDialog } from './account-dialog.js';
import { StateChanges } from './state-changes.js';

/** A link that was given, and whom it is for. */
interface Given {
  name: string;
  link: string;
  expiresAt: string;
}

/** Who may do what: inviting, roles, resets, closing, deleting. */
export function AccountsPage() {
  const asked = useAskedAll<Api['AccountView']>('accounts');
  const changes = useAsked<Api['AccountChangeViewPage']>('accounts/changes?limit=25');
  const [given, setGiven] = useState<Given | null>(null);
  const [open, setOpen] = useState<Api['AccountView'] | null>(null);
  const [turn, setTurn] = useState(0);
  const changed = async () => {
    await asked.again();
    await changes.again();
    setTurn((before) => before + 1);
  };

  return (
    <>
      <h1>Accounts</h1>
      {given && (
        <ShownOnce
          title={`The link for ${given.name}`}
          secret={given.link}
          note={`It works once, until ${moment(given.expiresAt)} UTC. Pass it on where nobody else reads it.`}
        />
      )}
      <Invite given={setGiven} changed={changed} />
      <section>
        <h2>Who there is</h2>
        {asked.refused && <p class="desk-refusal">{asked.refused.message}</p>}
        {asked.found && (
          <WideTable
            label="Accounts"
            heads={['Name', 'Role', 'Logs for', 'Last seen', 'State', 'What to do']}
          >
            {asked.found.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  {account.name}
                  {account.displayName && <span class="note">{` shown as ${account.displayName}`}</span>}
                </th>
                <td>{account.role}</td>
                <td>{account.mayLogFor?.join(', ') ?? 'all'}</td>
                <td>{moment(account.lastSeenAt)}</td>
                <td>{stateOf(account)}</td>
                <td>
                  {account.deletedAt === null && (
                    <button
                      type="button"
                      aria-label={`Change ${account.name}`}
                      onClick={() => setOpen(account)}
                    >
                      Change
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </WideTable>
        )}
      </section>
      <Changes page={changes.found} />
      <StateChanges turn={turn} />
      {open && (
        <AccountDialog
          key={open.id}
          account={open}
          given={(link) => setGiven({ name: open.name, ...link })}
          done={async () => {
            setOpen(null);
            await changed();
          }}
          close={() => setOpen(null)}
        />
      )}
    </>
  );
}

function stateOf(account: Api['AccountView']): string {
  if (account.deletedAt !== null) return `deleted ${moment(account.deletedAt)}`;
  if (account.closedAt !== null) return `closed ${moment(account.closedAt)}`;
  const tokens = account.tokens === 1 ? '1 token' : `${account.tokens} tokens`;
  return `${account.canLogIn ? 'logs in' : 'cannot log in yet'}, ${tokens}`;
}

function Invite({ given, changed }: { given: (link: Given) => void; changed: () => Promise<void> }) {
  const doing = useDoing();
  const { faults } = doing;
  const invite = async ({ name, role, mayLogFor, displayName }: Typed, form: HTMLFormElement) => {
    const body = {
      name,
      role,
      displayName: displayName ?? null,
      mayLogFor: mayLogFor ? slugsIn(mayLogFor) : null,
    };
    const { account, link, expiresAt } = await ask<Api['InvitedAccount']>('accounts', { body });
    given({ name: account.name, link, expiresAt });
    form.reset();
    await changed();
  };
  return (
    <section>
      <h2>Invite somebody</h2>
      <Form doing={doing} sends="Make a link" onSend={invite}>
        <InputField
          {...{ label: 'Name', name: 'name', hint: 'They log in with it; no e-mail address.', faults }}
          required
          maxLength={80}
        />
        <InputField
          label="Name that readers see"
          name="displayName"
          maxLength={80}
          hint="A word of the role if left empty"
          faults={faults}
        />
        <ChoiceField {...{ label: 'Role', name: 'role', words: ROLE_WORDS, chosen: 'analyst', faults }} />
        <InputField
          label="May log for"
          name="mayLogFor"
          hint="Forecasters by their names in addresses, with commas; all if left empty"
          faults={faults}
        />
      </Form>
    </section>
  );
}

function Changes({ page }: { page: Api['AccountChangeViewPage'] | null }) {
  if (page === null || page.items.length === 0) return null;
  return (
    <section>
      <h2>What was done lately</h2>
      <ul class="desk-log">
        {page.items.map(({ seq, at, what, detail, by, account }) => (
          <li key={seq}>
            {`${moment(at)} · ${account}: ${what.replaceAll('_', ' ')}${detail ? ` (${detail})` : ''}`}
            {by !== null && by !== account && `, by ${by}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
