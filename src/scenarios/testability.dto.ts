import { ApiProperty } from '@nestjs/swagger';
import { shownName } from '../accounts/names.js';
import { OneOf, Text } from '../http/validation.js';
import { words } from '../texts/texts.js';
import { TESTABILITIES, type Testability } from './scenario.entity.js';
import type { TestabilityRecord } from './testability.entity.js';

export class ConfirmTestability {
  @OneOf(TESTABILITIES, { description: 'how it can be judged, as an editor sees it: the same, or another' })
  testability: Testability;

  @Text({ max: 1000, optional: true, description: 'why; published' }) note?: string;
}

export class TestabilityView {
  @ApiProperty({ enum: TESTABILITIES }) testability: Testability;
  @ApiProperty({ description: 'an editor looked at it; else it came with the scenario or with criteria' })
  confirmed: boolean;
  @ApiProperty({ description: 'who said so: a display name for readers' }) by: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'the version of the criteria in force then' })
  criteriaVersion: number | null;
  @ApiProperty() recordedAt: string;
}

/**
 * @param record loaded with its note and its account
 * @param desk whether it is shown to the desk
 */
export const testabilityView = (record: TestabilityRecord, desk: boolean): TestabilityView => ({
  testability: record.testability,
  confirmed: record.confirmed === 1,
  by: shownName(record.loggedBy, desk),
  note: words(record.note),
  criteriaVersion: record.criteriaVersion,
  recordedAt: record.recordedAt,
});
