import type { Evidence, Source } from '../data.js';
import { webAddress } from '../links.js';
import { BEARING_WORDS, day, STANDING_WORDS } from '../words.js';

/** What happened, with its standing and its sources, numbered as in the chart. */
export function EvidenceSection({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {evidence.length === 0 ? (
        <p class="none">No event has been linked to this prediction.</p>
      ) : (
        <ol class="evidence">
          {evidence.map(({ event, bearing, note, quote }) => (
            <li key={event.id} id={`event-${event.id}`}>
              <h3>{event.headline}</h3>
              <p class="note">
                <time dateTime={event.occurredOn}>{day(event.occurredOn)}</time> ·{' '}
                {STANDING_WORDS[event.standing]} · <strong>{BEARING_WORDS[bearing]}</strong>
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

function SourceLine({ outlet, publishedOn, url, quote }: Source) {
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
      {quote && <q>{quote}</q>}
    </li>
  );
}
