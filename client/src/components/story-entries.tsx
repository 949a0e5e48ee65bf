import type { BriefingItem, EventItem } from '../story-data.js';
import { briefingLink, eventLink, topicLink } from '../story-links.js';
import { day, STANDING_WORDS } from '../words.js';

interface EntryProps<T> {
  item: T;
  /** where all are of one topic it need not be said */
  withTopic?: boolean;
}

/** One line of a list of briefings. */
export function BriefingEntry({ item, withTopic = false }: EntryProps<BriefingItem>) {
  const { id, topic, headline, standfirst, publishedOn } = item;
  return (
    <li class="entry">
      <p class="entry-head">
        <a href={briefingLink(id)}>{headline}</a>
      </p>
      {standfirst && <p class="entry-text">{standfirst}</p>}
      <p class="note">
        <time dateTime={publishedOn}>{day(publishedOn)}</time>
        {withTopic && (
          <>
            {' · '}
            <a href={topicLink(topic.slug)}>{topic.title}</a>
          </>
        )}
      </p>
    </li>
  );
}

/** One line of a list of events. */
export function EventEntry({ item, withTopic = false }: EntryProps<EventItem>) {
  const { id, topic, headline, occurredOn, standing } = item;
  return (
    <li class="entry">
      <p class="entry-head">
        <a href={eventLink(id)}>{headline}</a>
      </p>
      <p class="note">
        <time dateTime={occurredOn}>{day(occurredOn)}</time> · <Standing standing={standing} />
        {withTopic && (
          <>
            {' · '}
            <a href={topicLink(topic.slug)}>{topic.title}</a>
          </>
        )}
      </p>
    </li>
  );
}

/** What is believed of an event: what is not confirmed stands out by its frame, not by colour. */
export function Standing({ standing }: Pick<EventItem, 'standing'>) {
  return <span class={`standing-word standing-${standing}`}>{STANDING_WORDS[standing]}</span>;
}
