import { ApiProperty } from '@nestjs/swagger';
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
  @ApiProperty({ description: 'the account that said so' }) by: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'the version of the criteria in force then' })
  criteriaVersion: number | null;
  @ApiProperty() recordedAt: string;
}

/** @param record loaded with its note and its account */
export const testabilityView = (record: TestabilityRecord): TestabilityView => ({
  testability: record.testability,
  confirmed: record.confirmed === 1,
  by: record.loggedBy.name,
  note: words(record.note),
  criteriaVersion: record.criteriaVersion,
  recordedAt: record.recordedAt,
});
