import { fillDays } from './days.js';
import { LAST_RECORDED, PHASE, type Day, type Draft, type RecordedEvent } from './draft.js';
import { randomFor } from './random.js';
import type { EventSource, Happening, Standing, TopicSource } from './types.js';

const CONFIRMED = [
  'A second paper has it now.',
  'Those concerned have confirmed it to the desk.',
  'The document itself has since been published.',
  'Not denied by anyone it names, and repeated by another outlet.',
];

/** Takes each event down once: the same headline on the same day is the same event. */
export class EventBook {
  private readonly known = new Map<string, RecordedEvent>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly drafts: Draft[],
    private readonly date: (day: Day) => string,
  ) {}

  record(
    topic: TopicSource,
    published: Day,
    happening: Happening,
    happenedOn: Day,
    recordedOn?: Day,
  ): RecordedEvent {
    const key = `${topic.slug}|${happenedOn}|${happening.headline}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;

    const random = randomFor(key);
    const number = (this.counts.get(topic.slug) ?? 0) + 1;
    this.counts.set(topic.slug, number);
    const event = {
      ref: `${topic.slug}-event-${number}`,
      recordedOn: Math.min(recordedOn ?? happenedOn + random.between(0, 1), LAST_RECORDED),
    };
    this.known.set(key, event);

    const standing: Standing =
      happening.standing ?? (happening.sources.length > 1 || random.chance(0.65) ? 'confirmed' : 'reported');
    this.drafts.push({
      day: event.recordedOn,
      phase: PHASE.event,
      step: {
        type: 'event',
        ref: event.ref,
        topic: topic.slug,
        headline: happening.headline,
        occurredOn: this.date(happenedOn),
        ...(happening.summary === undefined ? {} : { summary: happening.summary }),
        standing,
        sources: happening.sources.map(([outlet, quote]) => ({
          ...source(outlet, happening.headline, this.date(event.recordedOn)),
          ...(quote === undefined ? {} : { quote: fillDays(quote, this.date(published)) }),
        })),
      },
    });
    const confirmedOn = event.recordedOn + random.between(3, 12);
    if (standing === 'reported' && happening.standing === undefined && confirmedOn <= LAST_RECORDED) {
      if (random.chance(0.6)) this.stand(event.ref, confirmedOn, 'confirmed', random.pick(CONFIRMED));
    }
    return event;
  }

  stand(event: string, day: Day, standing: Standing, reason: string): void {
    this.drafts.push({ day, phase: PHASE.standing, step: { type: 'standing', event, standing, reason } });
  }
}

/** Outlets of an invented world live under `.example`, which no network resolves. */
function source(outlet: string, headline: string, publishedOn: string): EventSource {
  return { outlet, publishedOn, url: `https://${slug(outlet)}.example/${publishedOn}/${slug(headline)}` };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
