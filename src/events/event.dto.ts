import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { shownName } from '../accounts/names.js';
import { ErratumView } from '../amendments/erratum.dto.js';
import { Day, OneOf, PublicAt, Text, WebAddress } from '../http/validation.js';
import { fold, words } from '../texts/texts.js';
import { TopicRef } from '../topics/topic.dto.js';
import { type Event, type EventStanding, type Standing, STANDINGS } from './event.entity.js';
import type { Source, SourceClaim } from './source.entity.js';

export class SourceClaimInput {
  @Text({ max: 200, description: 'what it is about', example: 'length of the call' }) about: string;
  @Text({ max: 200, description: 'what this source says', example: '90 minutes' }) value: string;
  @Text({ max: 4000, description: 'the sentence it stands in' }) text: string;
}

export class SourceInput {
  @Text({ max: 200 }) outlet: string;
  @Day({ optional: true, nullable: true, description: 'the day it appeared' }) publishedOn?: string | null;
  @WebAddress({ optional: true, description: 'its address: http or https' }) url?: string;
  @Text({ max: 500, optional: true, description: 'a short quote, shown to the public' }) quote?: string;
  @Text({ max: 200_000, pasted: true, optional: true, description: 'its whole text; stays with the desk' })
  text?: string;
  @Text({ max: 200, optional: true, description: 'the wire or first outlet that it runs' }) origin?: string;
  @Day({ optional: true, description: 'the day it was retrieved' }) retrievedOn?: string;

  @ApiProperty({ type: [SourceClaimInput], required: false })
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SourceClaimInput)
  claims: SourceClaimInput[] = [];
}

export class AddSources {
  @ApiProperty({ type: [SourceInput] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SourceInput)
  sources: SourceInput[];
}

export class CreateEvent {
  @Text({ max: 200, description: 'slug or title of a topic' }) topic: string;
  @Text({ max: 500 }) headline: string;
  @Day({ description: 'the day it happened' }) occurredOn: string;
  @Text({ max: 4000, optional: true }) summary?: string;
  @Text({
    max: 200,
    optional: true,
    description: 'on whose word its figures rest; shown with them',
    example: 'on the ministry’s count',
  })
  attribution?: string;
  @OneOf(STANDINGS, { optional: true, description: 'reported if missing; another one needs an editor' })
  standing?: Standing;

  @ApiProperty({ type: [SourceInput], required: false })
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SourceInput)
  sources: SourceInput[] = [];

  @PublicAt({ optional: true }) publicAt?: string | null;
}

export class SourceView {
  @ApiProperty() outlet: string;
  @ApiProperty({ type: String, nullable: true }) publishedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) url: string | null;
  @ApiProperty({ type: String, nullable: true }) quote: string | null;
  @ApiProperty({ type: String, nullable: true }) origin: string | null;
  @ApiProperty({ type: String, nullable: true }) retrievedOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the text or file given' })
  digest: string | null;
  @ApiProperty({ type: String, required: false, nullable: true, description: 'desk only' }) text?:
    string | null;
}

export class ClaimAccount {
  @ApiProperty() outlet: string;
  @ApiProperty() value: string;
  @ApiProperty({ required: false, description: 'the sentence; desk only' }) text?: string;
}

export class Conflict {
  @ApiProperty() about: string;
  @ApiProperty({ type: [ClaimAccount] }) accounts: ClaimAccount[];
}

export class StandingView {
  @ApiProperty({ enum: STANDINGS }) standing: Standing;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ description: 'who said so: a display name for readers' }) by: string;
  @ApiProperty() recordedAt: string;
}

export class EventListItem {
  @ApiProperty() id: string;
  @ApiProperty({ type: TopicRef }) topic: TopicRef;
  @ApiProperty() headline: string;
  @ApiProperty() occurredOn: string;
  @ApiProperty({ type: String, nullable: true }) summary: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'on whose word its figures rest' })
  attribution: string | null;
  @ApiProperty({ enum: STANDINGS }) standing: Standing;
  @ApiProperty() recordedAt: string;
  @ApiProperty({ type: String, nullable: true }) publicAt: string | null;
  @ApiProperty() version: number;
}

export class EventView extends EventListItem {
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ description: 'independent ones: outlets that run one wire are one' }) origins: number;
  @ApiProperty({ type: [Conflict], description: 'on what the sources differ; all accounts are kept' })
  conflicts: Conflict[];
  @ApiProperty({ type: [StandingView] }) standings: StandingView[];
  @ApiProperty({ type: [ErratumView] }) errata: ErratumView[];
}

/** A scenario that an event may touch, as far as it takes to look it up. */
export class TouchedScenario {
  @ApiProperty() id: string;
  @ApiProperty() statement: string;
  @ApiProperty({ type: TopicRef }) topic: TopicRef;
  @ApiProperty({ type: String, format: 'date' }) openedOn: string;
  @ApiProperty({ type: String, format: 'date' }) deadline: string;
}

export class Touched {
  @ApiProperty({ type: TouchedScenario }) scenario: TouchedScenario;
  @ApiProperty({ description: 'for ranking, 0..1' }) score: number;
  @ApiProperty({ type: [String], description: 'each a reason that a person can check' }) why: string[];
}

export class CreatedEvent extends EventView {
  @ApiProperty({ type: [Touched], description: 'open scenarios that it may touch, the likeliest first' })
  touches: Touched[];
}

export const eventListItem = (event: Event): EventListItem => ({
  id: event.id,
  topic: { slug: event.topic.slug, title: event.topic.title },
  headline: words(event.headline),
  occurredOn: event.occurredOn,
  summary: words(event.summary),
  attribution: words(event.attribution),
  standing: event.standing,
  recordedAt: event.recordedAt,
  publicAt: event.publicAt,
  version: event.version,
});

/** A source as the public sees it; with its text where the desk looks. */
export const sourceView = (source: Source, desk: boolean): SourceView => ({
  outlet: words(source.outlet),
  publishedOn: source.publishedOn,
  url: words(source.url),
  quote: words(source.quote),
  origin: words(source.origin),
  retrievedOn: source.retrievedOn,
  digest: source.digest,
  ...(desk ? { text: words(source.body) } : {}),
});

/**
 * How many independent origins some sources have: two outlets that run one wire are one, and so is that wire itself.
 *
 * @param sources loaded with their outlet and origin
 */
export const originsOf = (sources: readonly Pick<Source, 'outlet' | 'origin'>[]): number =>
  new Set(
    sources.map(({ outlet, origin }) => {
      const { body, digest } = origin ?? outlet;
      return body === null ? digest : fold(body);
    }),
  ).size;

/** @param desk whether it is shown to the desk */
export const standingView = (row: EventStanding, desk: boolean): StandingView => ({
  standing: row.standing,
  reason: words(row.reason),
  by: shownName(row.loggedBy, desk),
  recordedAt: row.recordedAt,
});

/** Matters on which at least two sources say different things; the sentences themselves are the desk's. */
export function conflictsOf(claims: readonly SourceClaim[], desk: boolean): Conflict[] {
  const byMatter = new Map<string, ClaimAccount[]>();
  for (const claim of claims) {
    const about = words(claim.about);
    const account = {
      outlet: words(claim.source.outlet),
      value: words(claim.value),
      ...(desk ? { text: words(claim.sentence) } : {}),
    };
    byMatter.set(about, [...(byMatter.get(about) ?? []), account]);
  }
  return [...byMatter]
    .filter(([, accounts]) => new Set(accounts.map(({ value }) => value)).size > 1)
    .map(([about, accounts]) => ({ about, accounts }));
}
