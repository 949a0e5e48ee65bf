import { ApiProperty } from '@nestjs/swagger';
import type { ErratumView } from '../amendments/errata.js';
import { EvidenceView } from '../evidence/evidence.dto.js';
import { ForecasterRef } from '../forecasters/forecaster.dto.js';
import { RECORDS, type RecordsFilter, type Vantage, VANTAGES } from '../forecasts/counting.js';
import { ForecastView } from '../forecasts/forecast.dto.js';
import { DeferralView, ResolutionView } from '../resolutions/resolution.dto.js';
import { EditionView } from '../scenarios/edition-store.js';
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

/** How a forecaster did over all the time that a forecast stood; null until resolved, and when annulled. */
export class ScoreOverTime {
  @ApiProperty({ type: ForecasterRef }) forecaster: ForecasterRef;
  @ApiProperty({ enum: RECORDS, description: 'all: where archival forecasts change it' })
  records: RecordsFilter;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'squared gap, averaged over the time that a forecast stood; null also where none did',
  })
  timeAveragedBrier: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'share of the time from the opening to the outcome in which one stood, 0..1',
  })
  coverage: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'of Metaculus, in points: 0 is always saying 50 %, 100 is certain and right throughout',
  })
  baselineScore: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'of Metaculus, in points: 0 is as good as the others; null with one forecaster',
  })
  peerScore: number | null;
}

/** The crowd's median at a vantage, where two forecasters or more have a forecast there. */
export class CrowdScore {
  @ApiProperty({
    enum: VANTAGES,
    description: 'timeWeighted: the median of the forecasts that stood together, over the time that two did',
  })
  vantage: Vantage;
  @ApiProperty({ enum: RECORDS, description: 'all: where archival forecasts change it' })
  records: RecordsFilter;
  @ApiProperty({ description: 'how many it is the median of' }) forecasters: number;
  @ApiProperty({ description: 'the median; its mean over time, for timeWeighted' }) probability: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'squared gap of the median; null until resolved, and when annulled',
  })
  brierScore: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'for timeWeighted, the share of the time in which two or more stood, 0..1',
  })
  coverage: number | null;
}

/** A scenario with all that is on record of it. */
export class ScenarioRecord extends ScenarioListItem {
  @ApiProperty({ type: [CriteriaView] }) criteriaVersions: CriteriaView[];
  @ApiProperty({ type: [EditionView], description: 'later editions of its story, the earliest first' })
  editions: EditionView[];
  @ApiProperty({ type: [ForecastView] }) forecasts: ForecastView[];
  @ApiProperty({ type: [EvidenceView] }) evidence: EvidenceView[];
  @ApiProperty({ type: [ResolutionView], description: 'the latest last; the ones before stay' })
  resolutions: ResolutionView[];
  @ApiProperty({ type: [ScenarioScore] }) scores: ScenarioScore[];
  @ApiProperty({ type: [ScoreOverTime] }) scoresOverTime: ScoreOverTime[];
  @ApiProperty({ type: [CrowdScore], description: 'empty where fewer than two forecast' })
  crowd: CrowdScore[];
  @ApiProperty({ type: [DeferralView] }) deferrals: DeferralView[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  errata: ErratumView[];
}
