import type { Edition, Scenario } from '../data.js';
import { scenarioLink } from '../links.js';
import { day } from '../words.js';

const STANDING = {
  unchanged: 'said it again, unchanged',
  revised: 'gave it another probability',
  clarified: 'worded it otherwise; an editor says that the question is the same',
  changed: 'put another prediction in its place',
  dropped: 'says it no more; it stays open',
  new: 'said it first',
} as const satisfies Record<Edition['standing'], string>;

/** What later editions of the story said of it. */
export function EditionsSection({ scenario: { editions } }: { scenario: Scenario }) {
  if (editions.length === 0) return null;
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">In later editions</h2>
      <ol class="history">
        {editions.map((edition) => (
          <li key={`${edition.briefingId}/${edition.version}`}>
            <p>
              <time dateTime={edition.publishedOn}>{day(edition.publishedOn)}</time>,{' '}
              {edition.edition ?? edition.headline}
              {edition.version > 1 && `, version ${edition.version}`} {STANDING[edition.standing]}.
            </p>
            {edition.statement && (
              <p>
                Its words: <q>{edition.statement}</q>
              </p>
            )}
            {edition.standing === 'dropped' && (
              <p class="note">{edition.why ?? 'Nobody has said why it was dropped.'}</p>
            )}
            {edition.successor && (
              <p class="note">
                <a href={scenarioLink(edition.successor)}>What took its place</a>
              </p>
            )}
            {edition.replaces && (
              <p class="note">
                <a href={scenarioLink(edition.replaces)}>What it took the place of</a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
