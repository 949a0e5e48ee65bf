import type { Evidence, Source } from '../data.js';
import { webAddress } from '../links.js';
import { bearingInWords, originsInWords } from '../ground-words.js';
import { eventLink } from '../story-links.js';
import { day, STANDING_WORDS } from '../words.js';

/** What happened, with its standing and its sources, numbered as in the chart. */
export function EvidenceSection({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {evidence.length === 0 ? (
        <p class="none">No event has been linked to this prediction.</p>
      ) : (
        <ol class="evidence">
          {evidence.map(({ event, on, bearing, note, quote }, i) => (
            <li key={i} {...(isFirst(evidence, i) && { id: `event-${event.id}` })}>
              <h3>
                <a href={eventLink(event.id)}>{event.headline}</a>
              </h3>
              <p class="note">
                <time dateTime={event.occurredOn}>{day(event.occurredOn)}</time> ·{' '}
                {STANDING_WORDS[event.standing]} · <strong>{bearingInWords({ on, bearing })}</strong>
                {event.attribution && ` · ${event.attribution}`}
                {originsInWords(event) && ` · ${originsInWords(event)}`}
              </p>
              {event.summary && <p>{event.summary}</p>}
              {quote && (
                <blockquote>
                  <p>{quote}</p>
                </blockquote>
              )}
              {note && <p>{note}</p>}
              {event.sources.length > 0 && (
                <ul class="sources" aria-label="Sources">
                  {event.sources.map((source, i) => (
                    <SourceLine key={i} {...source} />
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** An event may be linked twice, to the statement and to its “if”: links lead to where it stands first. */
const isFirst = (evidence: readonly Evidence[], i: number): boolean =>
  evidence.findIndex(({ event }) => event.id === evidence[i]!.event.id) === i;

/** Who reports it: outlet, day, link and a short quote; the text itself stays with the desk. */
export function SourceLine({ outlet, publishedOn, url, quote, origin, retrievedOn, digest }: Source) {
  const address = webAddress(url);
  return (
    <li>
      {address ? (
        <a href={address} rel="noopener nofollow external">
          {outlet}
        </a>
      ) : (
        outlet
      )}
      {publishedOn && `, ${day(publishedOn)}`}
      {origin && `, running ${origin}`}
      {quote && <q>{quote}</q>}
      {digest && (
        <details>
          <summary>A copy is kept by the desk{retrievedOn && `, of ${day(retrievedOn)}`}</summary>
          SHA-256 <code>{digest}</code>
        </details>
      )}
    </li>
  );
}
