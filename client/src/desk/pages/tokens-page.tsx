import { useState } from 'preact/hooks';
import { type Api, ask } from '../api.js';
import { useAsked, useDoing } from '../asking.js';
import { ROLE_WORDS } from '../admin-words.js';
import { type DeskPageProps, mayActAs } from '../desk-pages.js';
import { ChoiceField, InputField } from '../field.js';
import { Form, type Typed } from '../form.js';
import { ShownOnce } from '../once.js';
import { TokensTable } from '../tokens-table.js';

/** One's own tokens: for scripts, which do not log in. */
export function TokensPage({ account }: DeskPageProps) {
  const asked = useAsked<Api['TokenList']>('tokens');
  const doing = useDoing();
  const [made, setMade] = useState<Api['CreatedToken'] | null>(null);

  const { faults } = doing;
  const create = async (body: Typed, form: HTMLFormElement) => {
    setMade(await ask<Api['CreatedToken']>('tokens', { body }));
    form.reset();
    await asked.again();
  };

  return (
    <>
      <h1>Your tokens</h1>
      <p>
        A program shows a token instead of logging in. It may do no more than you, and less if you say so.
      </p>
      {made && (
        <ShownOnce
          title={`The token “${made.name}”`}
          secret={made.token}
          note="It is shown this once. Send it as “Authorization: Bearer …”; keep it out of addresses and logs."
        />
      )}
      <section>
        <h2>Make a token</h2>
        <Form doing={doing} sends="Make the token" onSend={create}>
          <InputField label="What it is for" name="name" required maxLength={80} faults={faults} />
          <ChoiceField
            label="What it may do at most"
            name="scope"
            faults={faults}
            words={ROLE_WORDS.filter(([role]) => mayActAs(account, role))}
            chosen={account.role}
          />
          <InputField
            label="Last day on which it works"
            name="expiresOn"
            type="date"
            hint="UTC; without end if left empty"
            faults={faults}
          />
        </Form>
      </section>
      <section>
        <h2>All of them</h2>
        {asked.refused && <p class="desk-refusal">{asked.refused.message}</p>}
        {asked.found && <TokensTable tokens={asked.found.items} changed={asked.again} />}
      </section>
    </>
  );
}
