import { ApiProperty } from '@nestjs/swagger';
import { EventListItem } from '../events/event.dto.js';
import { Text } from '../http/validation.js';
import { ScenarioListItem } from '../scenarios/scenario.dto.js';

const SCORE = 'how much of what the scenario says the event speaks of, 0..1; no probability';
const WHY = 'each a reason that a person can check';

export class SuggestedEvent {
  @ApiProperty({ type: EventListItem }) event: EventListItem;
  @ApiProperty({ description: SCORE }) score: number;
  @ApiProperty({ type: [String], description: WHY }) why: string[];
}

export class SuggestedScenario {
  @ApiProperty({ type: ScenarioListItem }) scenario: ScenarioListItem;
  @ApiProperty({ description: SCORE }) score: number;
  @ApiProperty({ type: [String], description: WHY }) why: string[];
}

export class CreateDismissal {
  @Text({ max: 1000, optional: true, description: 'why it does not bear on it' }) reason?: string;
}

export class DismissalView {
  @ApiProperty() id: string;
  @ApiProperty() eventId: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty() recordedAt: string;
}
