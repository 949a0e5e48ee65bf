import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../http/paging.js';
import { OneOf, Text } from '../http/validation.js';
import { ScenarioListItem } from '../scenarios/scenario.dto.js';
import { SuggestedEvent } from '../suggestions/suggestion.dto.js';
import { EVENT_DOUBTS, type EventDoubt } from './doubt.js';
import { RereadNote } from './reread-marks.js';
import { DeferralView } from './resolution.dto.js';

/** Why an entry waits, in the order of the queue. */
export const QUEUE_REASONS = ['overdue', 'due_soon', 'suggested', 'returned', 'reread', 'deferred'] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/** Of which part of the queue is spoken. */
export interface QueueFilters {
  topic?: string;
  reason?: QueueReason;
}

export class QueueQuery extends PageQuery implements QueueFilters {
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  @OneOf(QUEUE_REASONS, { optional: true, description: 'why it waits' }) reason?: QueueReason;
}

export class QueueCountsQuery implements QueueFilters {
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
}

class ReasonCount {
  @ApiProperty({ enum: QUEUE_REASONS }) reason: QueueReason;
  @ApiProperty({ type: 'integer' }) n: number;
}

export class QueueCounts {
  @ApiProperty({ type: [ReasonCount], description: 'in the order of the queue' }) reasons: ReasonCount[];
  @ApiProperty({ type: 'integer', description: 'all that wait' }) n: number;
}

class ReturnedBy {
  @ApiProperty({ enum: EVENT_DOUBTS }) cause: EventDoubt;
  @ApiProperty() eventId: string;
}

export class QueueItem {
  @ApiProperty({ enum: QUEUE_REASONS }) reason: QueueReason;
  @ApiProperty({ description: 'to be sent with the resolution: that it was judged from here' }) entry: string;
  @ApiProperty({ type: ScenarioListItem }) scenario: ScenarioListItem;
  @ApiProperty({ type: [SuggestedEvent], description: 'the likeliest events, at most three' })
  suggested: SuggestedEvent[];
  @ApiProperty({ type: DeferralView, nullable: true }) deferral: DeferralView | null;
  @ApiProperty({ type: ReturnedBy, nullable: true, description: 'what no longer holds' })
  returned: ReturnedBy | null;
  @ApiProperty({
    type: [RereadNote],
    description: 'what others found instead, who judged it without knowing its outcome',
  })
  rereads: RereadNote[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the resolution that stands; a new one supersedes it',
  })
  resolutionId: string | null;
}
