import { useState } from 'preact/hooks';
import type { Api } from '../../api.js';
import { useAsked, useAskedAll } from '../../asking.js';
import { ChoiceField } from '../../field.js';
import { TokensTable } from '../../tokens-table.js';

/** Everyone's tokens, by account. */
export function AllTokensPage() {
  const { found, refused } = useAskedAll<Api['AccountView']>('accounts');
  const [chosen, setChosen] = useState<string | null>(null);
  const accounts = found?.filter(({ deletedAt }) => deletedAt === null) ?? [];
  const open = chosen ?? accounts.find(({ tokens }) => tokens > 0)?.id;
  return (
    <>
      <h1>Tokens</h1>
      <p>
        What programs show instead of logging in. Your own are made at <a href="/desk/tokens">Your tokens</a>.
      </p>
      {refused && <p class="desk-refusal">{refused.message}</p>}
      <ChoiceField
        {...{ label: 'Whose', name: 'whose', faults: {}, chosen: open, onChoose: setChosen }}
        words={accounts.map(({ id, name, tokens }) => [id, `${name} (${tokens} in use)`] as const)}
      />
      {open !== undefined && <TokensOf key={open} id={open} />}
    </>
  );
}

function TokensOf({ id }: { id: string }) {
  const { found, refused, again } = useAsked<Api['TokenList']>(`accounts/${id}/tokens`);
  if (refused) return <p class="desk-refusal">{refused.message}</p>;
  return found && <TokensTable tokens={found.items} changed={again} />;
}
