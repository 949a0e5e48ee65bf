import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { type EventListItem, eventListItem, EventView, type SourceView } from '../events/event.dto.js';
import { Id, OneOf, Text } from '../http/validation.js';
import { words } from '../texts/texts.js';
import { type Bearing, BEARINGS, type Evidence } from './evidence.entity.js';

export class AddEvidence {
  @Id({ description: 'the event' }) eventId: string;
  @OneOf(BEARINGS) bearing: Bearing;
  @Text({ max: 4000, optional: true }) note?: string;
  @Text({ max: 500, optional: true, description: 'a short quote from a source' }) quote?: string;

  @ApiProperty({ required: false, description: 'an event of the opening day that came after publication' })
  @IsOptional()
  @IsBoolean()
  afterPublication?: boolean;
}

export class EvidenceView {
  @ApiProperty() id: string;
  @ApiProperty({ type: EventView }) event: EventListItem & { sources: SourceView[] };
  @ApiProperty({ enum: BEARINGS }) bearing: Bearing;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) quote: string | null;
  @ApiProperty() afterPublication: boolean;
  @ApiProperty() recordedAt: string;
}

export const evidenceView = (evidence: Evidence, sources: SourceView[]): EvidenceView => ({
  id: evidence.id,
  event: { ...eventListItem(evidence.event), sources },
  bearing: evidence.bearing,
  note: words(evidence.note),
  quote: words(evidence.quote),
  afterPublication: evidence.afterPublication === 1,
  recordedAt: evidence.recordedAt,
});
