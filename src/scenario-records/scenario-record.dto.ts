import { ApiProperty } from '@nestjs/swagger';
import type { ErratumView } from '../amendments/errata.js';
import { EvidenceView } from '../evidence/evidence.dto.js';
import { ForecasterRef } from '../forecasters/forecaster.dto.js';
import { RECORDS, type RecordsFilter, type Vantage, VANTAGES } from '../forecasts/counting.js';
import { ForecastView } from '../forecasts/forecast.dto.js';
import { DeferralView, ResolutionView } from '../resolutions/resolution.dto.js';
import { CriteriaView, ScenarioListItem } from '../scenarios/scenario.dto.js';

export class ScenarioScore {
  @ApiProperty({ type: ForecasterRef }) forecaster: ForecasterRef;
  @ApiProperty({ enum: VANTAGES }) vantage: Vantage;
  @ApiProperty({ enum: RECORDS, description: 'all: where archival forecasts change what counts' })
  records: RecordsFilter;
  @ApiProperty({ description: 'that counts; the mean over its days, for timeWeighted' }) probability: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'squared gap; null until resolved, and when annulled',
  })
  brierScore: number | null;
  @ApiProperty() archival: boolean;
}

/** A scenario with all that is on record of it. */
export class ScenarioRecord extends ScenarioListItem {
  @ApiProperty({ type: [CriteriaView] }) criteriaVersions: CriteriaView[];
  @ApiProperty({ type: [ForecastView] }) forecasts: ForecastView[];
  @ApiProperty({ type: [EvidenceView] }) evidence: EvidenceView[];
  @ApiProperty({ type: [ResolutionView], description: 'the latest last; the ones before stay' })
  resolutions: ResolutionView[];
  @ApiProperty({ type: [ScenarioScore] }) scores: ScenarioScore[];
  @ApiProperty({ type: [DeferralView] }) deferrals: DeferralView[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  errata: ErratumView[];
}
