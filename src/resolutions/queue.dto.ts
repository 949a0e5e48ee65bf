import { ApiProperty } from '@nestjs/swagger';
import { ScenarioListItem } from '../scenarios/scenario.dto.js';
import type { Doubt } from './doubt.js';
import { DeferralView } from './resolution.dto.js';

/** Why an entry waits, in the order of the queue. */
export const QUEUE_REASONS = ['overdue', 'due_soon', 'returned', 'deferred'] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

export class QueueItem {
  @ApiProperty({ enum: QUEUE_REASONS }) reason: QueueReason;
  @ApiProperty({ type: ScenarioListItem }) scenario: ScenarioListItem;
  @ApiProperty({ type: DeferralView, nullable: true }) deferral: DeferralView | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'what no longer holds',
  })
  returned: { cause: Doubt; eventId: string } | null;
}
