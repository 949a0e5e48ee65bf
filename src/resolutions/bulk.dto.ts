import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import { Id } from '../http/validation.js';
import { CreateResolution, ResolutionView } from './resolution.dto.js';

/** One transaction holds up other writers for as long as it takes. */
export const MOST_AT_ONCE = 100;

/** A resolution, and of what. */
export class BulkResolution extends CreateResolution {
  @Id({ description: 'the scenario that is resolved' }) scenarioId: string;
}

export class BulkResolutions {
  @ApiProperty({ type: [BulkResolution], minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE, { message: `may have ${MOST_AT_ONCE} at once; send the rest afterwards` })
  @IsObject({ each: true })
  @ArrayUnique(({ scenarioId }: BulkResolution) => scenarioId, { message: 'must name each scenario once' })
  @ValidateNested({ each: true })
  @Type(() => BulkResolution)
  items: BulkResolution[];

  @ApiProperty({ required: false, description: 'records nothing, and says what would be' })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

class BulkRefusal {
  @ApiProperty() code: string;
  @ApiProperty() detail: string;
}

export class BulkItem {
  @ApiProperty() scenarioId: string;
  @ApiProperty({ type: ResolutionView, nullable: true, description: 'null where it is refused' })
  resolution: ResolutionView | null;
  @ApiProperty({ type: BulkRefusal, nullable: true }) refusal: BulkRefusal | null;
}

export class BulkAnswer {
  @ApiProperty({ description: 'nothing was recorded; this is what would be' }) dryRun: boolean;
  @ApiProperty({ type: 'integer', description: 'of them refused; 0 where they were recorded' })
  refused: number;
  @ApiProperty({ type: [BulkItem], description: 'in the order of the request' }) items: BulkItem[];
}
