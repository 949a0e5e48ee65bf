import type { ComponentChild } from 'preact';
import type { Api } from '../../api.js';
import { useAsked } from '../../asking.js';
import { bytesText, moment, spanText } from '../../admin-words.js';

/** How this installation is doing. */
export function StatusPage() {
  const { found, refused, again } = useAsked<Api['StatusView']>('status');
  return (
    <>
      <h1>Status</h1>
      {refused && <p class="desk-refusal">{refused.message}</p>}
      {found && <Facts status={found} />}
      <button type="button" onClick={() => void again()}>
        Ask again
      </button>
    </>
  );
}

function Facts({ status: { database, lastBackup, lastVerify, ...status } }: { status: Api['StatusView'] }) {
  const facts: [string, ComponentChild][] = [
    ['Version', `${status.version}, on Node ${status.node}`],
    ['Running for', spanText(status.uptimeSeconds)],
    ['Memory', bytesText(status.memoryBytes)],
    ['Database', `${database.engine} ${database.version}, ${bytesText(database.bytes)}`],
    [
      'Last backup',
      lastBackup ? `${moment(lastBackup.at)}: ${lastBackup.outcome}` : 'never, as far as is known here',
    ],
    ['Last verification', lastVerify ? verified(lastVerify) : <Never />],
  ];
  return (
    <>
      <dl class="desk-facts">
        {facts.map(([title, fact]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>On record</h2>
        <dl class="desk-facts">
          {database.tables.map(({ table, rows }) => (
            <div key={table}>
              <dt>{table}</dt>
              <dd>{rows.toLocaleString('en')}</dd>
            </div>
          ))}
        </dl>
        <details>
          <summary>{`${database.migrations.length} migrations, up to ${database.migrations.at(-1)}`}</summary>
          <ol>
            {database.migrations.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </details>
      </section>
    </>
  );
}

const verified = ({ at, differences, repaired }: Api['LastVerify']): string =>
  `${moment(at)}: ` +
  (differences === 0
    ? 'all that is derived is as the records give it'
    : `${differences} values differed${repaired ? '; what is derived was put right' : ''}`);

const Never = () => (
  <>
    never. Run <code>hindcast verify</code> where this is installed: it computes all anew, which can take
    minutes.
  </>
);
