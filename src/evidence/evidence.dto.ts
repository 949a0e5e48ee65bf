import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { eventListItem, EventView, originsOf, sourceView } from '../events/event.dto.js';
import type { Source } from '../events/source.entity.js';
import { Id, OneOf, Text } from '../http/validation.js';
import { type Subject, SUBJECTS } from '../scenarios/criteria.entity.js';
import type { ScenarioListItem } from '../scenarios/scenario.dto.js';
import { words } from '../texts/texts.js';
import { type Bearing, BEARINGS, type Evidence } from './evidence.entity.js';

export class AddEvidence {
  @Id({ description: 'the event' }) eventId: string;
  @OneOf(BEARINGS) bearing: Bearing;
  @OneOf(SUBJECTS, {
    optional: true,
    description: 'what it bears on; the statement if missing. What bears on the premise settles no statement',
  })
  on?: Subject;
  @Text({ max: 4000, optional: true }) note?: string;
  @Text({ max: 500, optional: true, description: 'a short quote from a source' }) quote?: string;

  @ApiProperty({ required: false, description: 'an event of the opening day that came after publication' })
  @IsOptional()
  @IsBoolean()
  afterPublication?: boolean;
}

/** An event as it stands beside a scenario; all that is on record of it is at `events/:id`. */
export class EvidenceEvent extends PickType(EventView, [
  ...(['id', 'topic', 'headline', 'occurredOn', 'summary', 'attribution', 'standing', 'recordedAt'] as const),
  ...(['publicAt', 'version', 'sources', 'origins'] as const),
]) {}

export class EvidenceView {
  @ApiProperty() id: string;
  @ApiProperty({ type: EvidenceEvent }) event: EvidenceEvent;
  @ApiProperty({ enum: SUBJECTS, description: 'what it bears on' }) on: Subject;
  @ApiProperty({ enum: BEARINGS }) bearing: Bearing;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) quote: string | null;
  @ApiProperty() afterPublication: boolean;
  @ApiProperty() recordedAt: string;
}

/** A scenario on which an event bears. */
export interface EventBearing {
  scenario: ScenarioListItem;
  on: Subject;
  bearing: Bearing;
  note: string | null;
  quote: string | null;
}

/** @param sources of the event, loaded with their texts */
export const evidenceView = (evidence: Evidence, sources: readonly Source[]): EvidenceView => ({
  id: evidence.id,
  event: {
    ...eventListItem(evidence.event),
    sources: sources.map((source) => sourceView(source, false)),
    origins: originsOf(sources),
  },
  on: evidence.subject,
  bearing: evidence.bearing,
  note: words(evidence.note),
  quote: words(evidence.quote),
  afterPublication: evidence.afterPublication === 1,
  recordedAt: evidence.recordedAt,
});

/** @param evidence loaded with its texts */
export const eventBearing = (evidence: Evidence, scenario: ScenarioListItem): EventBearing => ({
  scenario,
  on: evidence.subject,
  bearing: evidence.bearing,
  note: words(evidence.note),
  quote: words(evidence.quote),
});
