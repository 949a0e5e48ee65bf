import { count, saidPercent } from '../../words.js';
import type { Api } from '../api.js';
import type { Reading } from './briefing-draft.js';
import type { FieldsProps } from './briefing-fields.js';

/** What was guessed, what was refused, and what this text is to the record. */
export function Notes({ reading }: { reading: Reading }) {
  // What was edited into something refused says so in its row.
  const refused = reading.refused.filter(({ index }) => index === undefined);
  return (
    <>
      {reading.recognised && <p class="desk-refusal">This briefing is on record, just so.</p>}
      {reading.changes && (
        <p class="desk-refusal">Another text of a briefing on record. The differences stand below.</p>
      )}
      {reading.follows && (
        <p class="desk-refusal">The next edition of a story on record. The differences stand below.</p>
      )}
      {reading.warnings.length > 0 && (
        <ul>
          {reading.warnings.map((one, index) => (
            <li key={index}>{one.message}</li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <section>
          <h2>{`Refused: ${count(refused.length, 'item')}`}</h2>
          <ul>
            {refused.map((one, index) => (
              <li
                key={index}
              >{`${one.line === null ? '' : `Line ${one.line}: `}“${one.text}”: ${one.reason}`}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the text leaves out, and why. */
export function Dropped({ draft, reading, edit }: Pick<FieldsProps, 'draft' | 'reading' | 'edit'>) {
  const dropped: readonly Api['ScenarioOnRecord'][] = reading.differences?.dropped ?? [];
  if (dropped.length === 0) return null;
  return (
    <section>
      <h2>Left out of this edition: they stay open</h2>
      <ul class="grid-rows">
        {dropped.map(({ id, statement, probability }) => (
          <li key={id}>
            <p>{`${statement} ${probability === null ? '' : saidPercent(probability)}`}</p>
            <label class="chip chip-wide">
              <span class="chip-label">Why? It is shown; empty: nobody says</span>
              <input
                value={draft.whys[id] ?? ''}
                maxLength={4000}
                onInput={({ currentTarget }) => edit({ whys: { ...draft.whys, [id]: currentTarget.value } })}
              />
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
