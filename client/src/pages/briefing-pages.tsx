import { Choice } from '../components/choice.js';
import { ErrataNotes } from '../components/errata-notes.js';
import { PartList } from '../components/part-list.js';
import { ScenarioItem } from '../components/scenario-item.js';
import { Shell } from '../components/shell.js';
import { BriefingEntry } from '../components/story-entries.js';
import { webAddress } from '../links.js';
import type { BriefingPageData, BriefingsPageData } from '../story-data.js';
import { briefingLink, topicLink } from '../story-links.js';
import { day, instant } from '../words.js';

const NOTHING_HOLDS = 'No public briefing holds all of these words.';

/** Everything that was published, the latest first. */
export function BriefingsPage({ site, topic, q, topics, list }: BriefingsPageData) {
  return (
    <Shell site={site} here="elsewhere">
      <div class="lead intro">
        <h1>Briefings{topic && ` on ${topic.title}`}</h1>
        <p>What was published, and the predictions that came with it.</p>
        <form class="narrow-form" method="get" action="/briefings">
          <Choice
            {...{ name: 'topic', label: 'Topic', chosen: topic?.slug }}
            options={topics.map(({ slug, title }) => [slug, title])}
          />
          <label class="wide">
            <span>Words in headline or text</span>
            <input type="search" name="q" value={q ?? undefined} maxLength={200} />
          </label>
          <button type="submit">Show</button>
        </form>
      </div>
      <PartList
        {...{ id: 'briefings', title: 'The latest first', list, cursor: 'cursor', path: '/briefings' }}
        {...{ query: { topic: topic?.slug, q: q ?? undefined }, kind: 'entries' }}
        {...{ none: q === null ? 'No briefing is public yet.' : NOTHING_HOLDS, what: 'briefings' }}
        show={(item) => <BriefingEntry key={item.id} item={item} withTopic={topic === null} />}
      />
    </Shell>
  );
}

/** One briefing: its words, and its predictions with where they stand now. */
export function BriefingPage({ site, briefing, scenarios, follows, followedBy }: BriefingPageData) {
  const { topic, headline, standfirst, category, status, publishedOn, takeaway, errata } = briefing;
  const marks = [category, status].filter(Boolean).join(', ');
  return (
    <Shell site={site} here="elsewhere">
      <article>
        <header class="lead">
          <p class="kicker">
            <a href="/briefings">Briefing</a> · <a href={topicLink(topic.slug)}>{topic.title}</a>
            {marks && ` · ${marks}`}
          </p>
          <h1>{headline}</h1>
          {standfirst && <p class="standfirst">{standfirst}</p>}
          <p class="note">
            Published <time dateTime={publishedOn}>{day(publishedOn)}</time>
            {briefing.edition && ` · first reported in ${briefing.edition}`}
          </p>
          {takeaway && (
            <p class="takeaway">
              <strong>Key takeaway:</strong> {takeaway}
            </p>
          )}
          <ErrataNotes errata={errata} />
        </header>
        <section aria-labelledby="scenarios">
          <h2 id="scenarios">What could happen next, and where it stands now</h2>
          {scenarios.length === 0 ? (
            <p class="none">It made no prediction that is public.</p>
          ) : (
            <ol class="predictions">
              {scenarios.map((scenario) => (
                <ScenarioItem key={scenario.id} scenario={scenario} />
              ))}
            </ol>
          )}
        </section>
        <Body {...briefing} />
        <Perspectives {...briefing} />
        <Sources {...briefing} />
        <Versions {...{ briefing, follows, followedBy }} />
      </article>
    </Shell>
  );
}

type Briefing = BriefingPageData['briefing'];

function Body({ sections }: Briefing) {
  return (
    <>
      {sections.map(({ heading, body }, i) => (
        <section key={i}>
          {heading && <h2>{heading}</h2>}
          <Paragraphs text={body} />
        </section>
      ))}
    </>
  );
}

/** Text as it was set: an empty line ends a paragraph. */
function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n{2,}/)
        .filter((one) => one.trim() !== '')
        .map((one, i) => (
          <p key={i}>{one}</p>
        ))}
    </>
  );
}

/** What each actor makes of it: as of a day of its own, which may be later than the briefing. */
function Perspectives({ perspectives, publishedOn }: Briefing) {
  if (perspectives.length === 0) return null;
  return (
    <section aria-labelledby="perspectives">
      <h2 id="perspectives">Perspectives</h2>
      <div class="perspectives">
        {perspectives.map(({ actor, body, asOf }, i) => (
          <div key={i}>
            <h3>{actor}</h3>
            {asOf && (
              <p class="note">
                As of <time dateTime={asOf}>{day(asOf)}</time>
                {asOf > publishedOn && (
                  <>
                    {' '}
                    <em class="later">later than the briefing</em>
                  </>
                )}
              </p>
            )}
            <Paragraphs text={body} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Sources({ sources }: Briefing) {
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul class="sources">
        {sources.map(({ outlet, publishedOn, url }, i) => {
          const address = webAddress(url);
          return (
            <li key={i}>
              {address ? (
                <a href={address} rel="noopener nofollow external">
                  {outlet}
                </a>
              ) : (
                outlet
              )}
              {publishedOn && `, ${day(publishedOn)}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Versions({ briefing, follows, followedBy }: Omit<BriefingPageData, 'page' | 'site' | 'scenarios'>) {
  const { versions } = briefing;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Editions and versions</h2>
      <ul>
        {follows && (
          <li>
            The edition before it: <a href={briefingLink(follows.id)}>{follows.headline}</a>,{' '}
            {day(follows.publishedOn)}
          </li>
        )}
        {followedBy.map((next) => (
          <li key={next.id}>
            The edition after it: <a href={briefingLink(next.id)}>{next.headline}</a>, {day(next.publishedOn)}
          </li>
        ))}
        {versions.map(({ version, recordedAt }) => (
          <li key={version}>
            Version {version}, taken down {instant(recordedAt)}
            {version === versions.length && versions.length > 1 && ': this is what stands here'}
          </li>
        ))}
      </ul>
    </section>
  );
}
