import { type Api, ask } from './api.js';
import { useDoing } from './asking.js';
import { moment } from './admin-words.js';
import { firstOf } from './faults.js';
import { Wrong } from './field.js';
import { WideTable } from './wide-table.js';

export interface TokensTableProps {
  tokens: readonly Api['TokenView'][];
  /** asks anew after a change */
  changed: () => Promise<void>;
}

/** Tokens without their secrets: what each may do, when it was used, and the way to end it. */
export function TokensTable({ tokens, changed }: TokensTableProps) {
  const doing = useDoing();
  const revoke = (id: string) =>
    doing.run(async () => {
      await ask(`tokens/${id}`, { method: 'DELETE' });
      await changed();
    });
  if (tokens.length === 0) return <p>There are none.</p>;
  return (
    <>
      <Wrong text={firstOf(doing.faults)} />
      <WideTable
        label="Tokens"
        heads={['For', 'May do', 'Made', 'Last used', 'Ends', { unseen: 'What to do' }]}
      >
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">{token.name}</th>
            <td>{token.scope}</td>
            <td>{moment(token.createdAt)}</td>
            <td>{moment(token.lastUsedAt)}</td>
            <td>{token.revokedAt ? `revoked ${moment(token.revokedAt)}` : moment(token.expiresAt)}</td>
            <td>
              {token.revokedAt === null && (
                <button
                  type="button"
                  disabled={doing.busy}
                  aria-label={`Revoke ${token.name}`}
                  onClick={() => void revoke(token.id)}
                >
                  Revoke
                </button>
              )}
            </td>
          </tr>
        ))}
      </WideTable>
    </>
  );
}
