import { listsOf } from '../components/counts.js';
import { PartList } from '../components/part-list.js';
import { RecordInShort } from '../components/record-in-short.js';
import { ScenarioItem } from '../components/scenario-item.js';
import { Shell } from '../components/shell.js';
import { BriefingEntry, EventEntry } from '../components/story-entries.js';
import type { TopicItem, TopicPageData, TopicsPageData } from '../story-data.js';
import { briefingLink, calibrationLink, eventLink, topicLink } from '../story-links.js';
import { countsInWords, termsInWords } from '../story-words.js';
import { day } from '../words.js';

/** The running stories, each with how much of it is open. */
export function TopicsPage({ site, list }: TopicsPageData) {
  return (
    <Shell site={site} here="topics">
      <div class="lead intro">
        <h1>Topics</h1>
        <p>
          A topic is a running story. Each has its briefings, its predictions and a track record of its own.
        </p>
      </div>
      <PartList
        {...{ id: 'topics', title: 'All topics, by title', list, cursor: 'cursor', path: '/topics' }}
        {...{ none: 'There is no topic yet.', what: 'topics', kind: 'entries' }}
        show={(topic) => <Topic key={topic.slug} {...topic} />}
      />
    </Shell>
  );
}

function Topic({ slug, title, open, overdue, annulled, resolved, latest }: TopicItem) {
  return (
    <li class="entry">
      <p class="entry-head">
        <a href={topicLink(slug)}>{title}</a>
      </p>
      <p class="counts">
        {countsInWords([
          [open, 'open'],
          [overdue, 'overdue'],
          [resolved, 'resolved'],
          [annulled, 'annulled'],
        ])}
      </p>
      {latest && (
        <p class="note">
          Latest {latest.what}, <time dateTime={latest.on}>{day(latest.on)}</time>:{' '}
          <a href={latest.what === 'event' ? eventLink(latest.id) : briefingLink(latest.id)}>
            {latest.headline}
          </a>
        </p>
      )}
    </li>
  );
}

/** One running story: its record in short, what is open and where it stands, what became of the rest. */
export function TopicPage({ site, topic, report, open, resolved, briefings, events }: TopicPageData) {
  const { slug, title, terms, zone } = topic;
  const path = topicLink(slug);
  return (
    <Shell site={site} here="topics">
      <section class="lead" aria-labelledby="title">
        <p class="kicker">
          <a href="/topics">Topic</a>
        </p>
        <h1 id="title">{title}</h1>
        <RecordInShort
          report={report}
          links={{
            ...{ resolved: '#resolved', open: '#open', overdue: '#open' },
            annulled: listsOf({ topic: slug }).annulled,
            unscored: listsOf({ topic: slug }).unscored,
          }}
        />
        <p>
          <a href={calibrationLink({ topic: slug })}>The calibration of this topic, with its chart</a>
        </p>
        <p class="note">
          {termsInWords(terms)} Days end in {zone}.
        </p>
      </section>
      <PartList
        {...{
          id: 'open',
          title: 'Open predictions, the next deadline first',
          list: open,
          cursor: 'open',
          path,
        }}
        {...{ none: 'Nothing is open in this topic.', what: 'open predictions' }}
        show={(scenario) => <ScenarioItem key={scenario.id} scenario={scenario} />}
      />
      <PartList
        {...{ id: 'resolved', title: 'Resolved, the latest first', list: resolved, cursor: 'resolved', path }}
        {...{ none: 'Nothing has been resolved here yet.', what: 'resolved predictions' }}
        show={(scenario) => <ScenarioItem key={scenario.id} scenario={scenario} />}
      />
      <PartList
        {...{
          id: 'briefings',
          title: 'Briefings',
          list: briefings,
          cursor: 'briefings',
          path,
          kind: 'entries',
        }}
        {...{ none: 'No briefing of this topic is public.', what: 'briefings' }}
        show={(item) => <BriefingEntry key={item.id} item={item} />}
      />
      <PartList
        {...{ id: 'events', title: 'Events', list: events, cursor: 'events', path, kind: 'entries' }}
        {...{ none: 'No event of this topic is on record.', what: 'events' }}
        show={(item) => <EventEntry key={item.id} item={item} />}
      />
    </Shell>
  );
}
