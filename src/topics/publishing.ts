import { toInstant } from '../days.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import type { Topic } from './topic.entity.js';

/** The word for “at once”, where an instant of publication is asked for. */
export const NOW = 'now';

/** Where something is logged, who logs it, and when. */
export interface Logged {
  topic: Pick<Topic, 'publishes' | 'title'>;
  viewer: Viewer;
  /** The server's clock. */
  now: string;
}

/**
 * The instant from which something logged now is public, by what the request says and what its topic does by default.
 * Who may not publish cannot make public what the topic keeps to the desk.
 *
 * @param asked an instant, `now`, null for the desk alone, or undefined for the default of the topic
 * @throws {Problem} publication_in_past, publication_reserved
 */
export function publicFrom(asked: string | null | undefined, { topic, viewer, now }: Logged): string | null {
  if (asked === undefined) return topic.publishes === 'at_once' ? now : null;
  const instant = publicationInstant(asked, now);
  if (instant !== null && topic.publishes === 'desk') requirePublisher(viewer, topic);
  return instant;
}

/**
 * The instant of a publication that is decided now. Nobody dates one back: what the public can see now was not public
 * before.
 *
 * @throws {Problem} publication_in_past
 */
export function publicationInstant(asked: string | null, now: string): string | null {
  if (asked === null) return null;
  if (asked === NOW) return now;
  const instant = toInstant(new Date(asked));
  if (instant < now)
    throw new Problem(
      'publication_in_past',
      `${instant} has passed; the server's clock says ${now}. Give a later instant, or “now” to publish at once (publicAt).`,
      { now },
    );
  return instant;
}

/** @throws {Problem} publication_reserved, for an account that may not publish from a topic of the desk */
export function requirePublisher(viewer: Viewer, topic: Pick<Topic, 'title'>): void {
  if (mayActAs(viewer, 'editor')) return;
  throw new Problem(
    'publication_reserved',
    `“${topic.title}” keeps to the desk: an editor publishes from it. Leave publicAt out, or set it to null.`,
  );
}
