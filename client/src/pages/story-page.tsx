import type { StoryPageData } from '../story-data.js';
import { briefingLink, eventLink, forecasterLink, topicLink } from '../story-links.js';
import { FORECASTER_WORDS } from '../story-words.js';
import { count, day, headline, STANDING_WORDS } from '../words.js';
import { BriefingPage, BriefingsPage } from './briefing-pages.js';
import { EventPage, EventsPage } from './event-pages.js';
import { ForecasterPage } from './forecaster-page.js';
import { ForecastersPage } from './forecasters-page.js';
import { HousePage } from './house-page.js';
import type { Head } from './page.js';
import { TopicPage, TopicsPage } from './topic-pages.js';

/** The page of stories that this data is for. */
export function StoryPage(data: StoryPageData) {
  switch (data.page) {
    case 'topics':
      return <TopicsPage {...data} />;
    case 'topic':
      return <TopicPage {...data} />;
    case 'briefings':
      return <BriefingsPage {...data} />;
    case 'briefing':
      return <BriefingPage {...data} />;
    case 'events':
      return <EventsPage {...data} />;
    case 'event':
      return <EventPage {...data} />;
    case 'forecasters':
      return <ForecastersPage {...data} />;
    case 'forecaster':
      return <ForecasterPage {...data} />;
    case 'house':
      return <HousePage {...data} />;
  }
}

/** Its head, the name of the house in the title left out. */
export function storyHead(data: StoryPageData): Head & { path: string } {
  switch (data.page) {
    case 'topics':
      return {
        ...{ title: 'Topics', path: '/topics' },
        description: 'The running stories, each with its predictions and its track record.',
      };
    case 'topic':
      return {
        ...{ title: data.topic.title, path: topicLink(data.topic.slug) },
        description: `${data.topic.title}: what could happen next, and what became of it. ${headline(data.report)}`,
      };
    case 'briefings':
      return {
        ...{ title: 'Briefings', path: '/briefings' },
        description: 'What was published, with the predictions that came with it.',
      };
    case 'briefing':
      return {
        ...{ title: data.briefing.headline, path: briefingLink(data.briefing.id) },
        description:
          data.briefing.standfirst ??
          `A briefing of ${day(data.briefing.publishedOn)} with ${count(data.scenarios.length, 'prediction')}, and where they stand now.`,
      };
    case 'events':
      return {
        ...{ title: 'Events', path: '/events' },
        description: 'What happened, with its sources: what predictions are judged by.',
      };
    case 'event':
      return {
        ...{ title: data.event.headline, path: eventLink(data.event.id) },
        description: `${day(data.event.occurredOn)}, ${STANDING_WORDS[data.event.standing]}. An event on record, with its sources and the predictions that it bears on.`,
      };
    case 'forecasters':
      return {
        ...{ title: 'Forecasters', path: '/forecasters' },
        description: 'Who said it, and how well it held up.',
      };
    case 'forecaster':
      return {
        ...{ title: data.forecaster.name, path: forecasterLink(data.forecaster.slug) },
        description: `${data.forecaster.name}, ${FORECASTER_WORDS[data.forecaster.kind]}: ${
          data.record ? headline(data.record.report) : 'the track record is not public.'
        }`,
      };
    case 'house':
      return {
        ...{ title: 'How the house resolves', path: '/house' },
        description: 'Who may resolve a prediction, by what, and how it is corrected; with real examples.',
      };
  }
}
