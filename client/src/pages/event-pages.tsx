import { Choice } from '../components/choice.js';
import { ErrataNotes } from '../components/errata-notes.js';
import { SourceLine } from '../components/evidence-section.js';
import { PartList } from '../components/part-list.js';
import { ScenarioItem } from '../components/scenario-item.js';
import { Shell } from '../components/shell.js';
import { EventEntry, Standing } from '../components/story-entries.js';
import { bearingInWords, originsInWords } from '../ground-words.js';
import type { EventPageData, EventsPageData } from '../story-data.js';
import { eventLink, topicLink } from '../story-links.js';
import { day, instant, STANDING_WORDS } from '../words.js';

/** What happened, the latest day first. */
export function EventsPage({ site, topic, standing, topics, list }: EventsPageData) {
  return (
    <Shell site={site} here="events">
      <div class="lead intro">
        <h1>Events{topic && ` of ${topic.title}`}</h1>
        <p>What happened, with its sources. Predictions are judged by these.</p>
        <form class="narrow-form" method="get" action="/events">
          <Choice
            {...{ name: 'topic', label: 'Topic', chosen: topic?.slug }}
            options={topics.map(({ slug, title }) => [slug, title])}
          />
          <Choice
            {...{ name: 'standing', label: 'Standing', chosen: standing ?? undefined }}
            options={Object.entries(STANDING_WORDS)}
          />
          <button type="submit">Show</button>
        </form>
      </div>
      <PartList
        {...{ id: 'events', title: 'The latest first', list, cursor: 'cursor', path: '/events' }}
        {...{ query: { topic: topic?.slug, standing: standing ?? undefined }, kind: 'entries' }}
        {...{ none: 'No such event is on record.', what: 'events' }}
        show={(item) => <EventEntry key={item.id} item={item} withTopic={topic === null} />}
      />
    </Shell>
  );
}

/** One event: what is believed of it and why, who reports it, and the predictions that it bears on. */
export function EventPage({ site, event, bearings }: EventPageData) {
  const { topic, headline, occurredOn, standing, summary, attribution, sources, errata } = event;
  return (
    <Shell site={site} here="events">
      <article>
        <header class="lead intro">
          <p class="kicker">
            <a href="/events">Event</a> · <a href={topicLink(topic.slug)}>{topic.title}</a>
          </p>
          <h1>{headline}</h1>
          <p>
            <time dateTime={occurredOn}>{day(occurredOn)}</time> · <Standing standing={standing} />
            {attribution && ` · ${attribution}`}
          </p>
          {summary && <p>{summary}</p>}
          <ErrataNotes errata={errata} />
        </header>
        <PartList
          {...{ id: 'scenarios', title: 'Predictions that it bears on', list: bearings, cursor: 'scenarios' }}
          {...{
            path: eventLink(event.id),
            what: 'predictions',
            none: 'No prediction has been linked to it.',
          }}
          show={({ scenario, on, bearing, note, quote }) => (
            <ScenarioItem key={`${scenario.id}/${on}`} scenario={scenario}>
              <p class="bearing">
                <strong>It {bearingInWords({ on, bearing })}.</strong> {note}
              </p>
              {quote && (
                <blockquote>
                  <p>{quote}</p>
                </blockquote>
              )}
            </ScenarioItem>
          )}
        />
        <section aria-labelledby="sources">
          <h2 id="sources">Sources</h2>
          {sources.length === 0 ? (
            <p class="none">No source is on record.</p>
          ) : (
            <>
              {sources.length > 1 && (
                <p class="note">{originsInWords(event) ?? 'Each source is an origin of its own.'}</p>
              )}
              <ul class="sources">
                {sources.map((source, i) => (
                  <SourceLine key={i} {...source} />
                ))}
              </ul>
            </>
          )}
        </section>
        <Conflicts {...event} />
        <Belief {...event} />
      </article>
    </Shell>
  );
}

/** Where sources say different things, all of them side by side. */
function Conflicts({ conflicts }: EventPageData['event']) {
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflicts">
      <h2 id="conflicts">Where the sources differ</h2>
      <div class="scroll" role="region" aria-label="Where the sources differ" tabIndex={0}>
        {conflicts.map(({ about, accounts }) => (
          <table key={about} class="accounts">
            <caption>{about}</caption>
            <thead>
              <tr>
                {accounts.map(({ outlet }, i) => (
                  <th scope="col" key={i}>
                    {outlet}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {accounts.map(({ value }, i) => (
                  <td key={i}>{value}</td>
                ))}
              </tr>
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

/** How it came to be believed, or not: every step with its reason. */
function Belief({ standings }: EventPageData['event']) {
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">What was believed of it</h2>
      <ol class="history">
        {standings.map(({ standing, reason, by, recordedAt }, i) => (
          <li key={i} class={i === standings.length - 1 ? 'standing' : 'superseded'}>
            <p class="history-head">
              <strong>{STANDING_WORDS[standing]}</strong>
              {standings.length > 1 && i === standings.length - 1 && <span class="tag">this stands</span>}
            </p>
            {reason && <p>{reason}</p>}
            <p class="note">
              Recorded <time dateTime={recordedAt}>{instant(recordedAt)}</time> by {by}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
