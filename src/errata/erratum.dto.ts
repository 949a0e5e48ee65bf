import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { type Standing, STANDINGS } from '../events/event.entity.js';
import { OneOf, Ordinal, PublicAt, Text } from '../http/validation.js';

export class CreateErratum {
  @Text({ max: 32, description: 'the field that held the slip', example: 'probability' }) field: string;

  @ApiProperty({
    description: 'what was meant',
    oneOf: [{ type: 'string' }, { type: 'number' }],
    example: 0.82,
  })
  @Allow()
  value: unknown;

  @Text({ max: 4000, description: 'what proves that it was a slip; published' }) proof: string;
}

export class CreateScenarioErratum extends CreateErratum {
  @Ordinal('the version of the criteria that held the slip; with `criteriaChange` only')
  criteriaVersion?: number;
}

export class ErratumRecord {
  @ApiProperty() id: string;
  @ApiProperty() field: string;
  @ApiProperty({ type: Number, nullable: true }) criteriaVersion: number | null;
  @ApiProperty({ type: String, nullable: true }) was: string | null;
  @ApiProperty({ type: String, nullable: true }) became: string | null;
  @ApiProperty() proof: string;
  @ApiProperty() recordedAt: string;
}

export class CreateStanding {
  @OneOf(STANDINGS) standing: Standing;
  @Text({ max: 4000, description: 'why; published' }) reason: string;
}

export class CreatePublication {
  @PublicAt() publicAt: string | null;
}

export class PublicationRecord {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) publicAt: string | null;
  @ApiProperty() recordedAt: string;
}
