import { ApiProperty, OmitType } from '@nestjs/swagger';
import { ErratumView } from '../amendments/erratum.dto.js';
import { EvidenceView } from '../evidence/evidence.dto.js';
import { ForecasterRef } from '../forecasters/forecaster.dto.js';
import { RECORDS, type RecordsFilter, type Vantage, VANTAGES } from '../forecasts/counting.js';
import { ForecastView } from '../forecasts/forecast.dto.js';
import { OneOf } from '../http/validation.js';
import { PREMISE_STATES, type PremiseState } from '../resolutions/premise-shown.js';
import { DeferralView, ResolutionView } from '../resolutions/resolution.dto.js';
import { EditionView } from '../scenarios/edition-store.js';
import { CriteriaView, ScenarioListItem } from '../scenarios/scenario.dto.js';
import { IncoherenceWarning, ScenarioLinkView } from '../scenarios/scenario-link.dto.js';
import { TestabilityView } from '../scenarios/testability.dto.js';

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
  @ApiProperty({ type: [TestabilityView], description: 'who said how it can be judged; the latest counts' })
  testabilities: TestabilityView[];
  @ApiProperty({
    type: TestabilityView,
    nullable: true,
    description: 'what an editor said last; null where nobody has confirmed what its author said',
  })
  testabilityConfirmed: TestabilityView | null;
  @ApiProperty({ type: CriteriaView, nullable: true, description: 'what would show that the premise holds' })
  premiseCriteria: CriteriaView | null;
  @ApiProperty({ type: [CriteriaView] }) premiseCriteriaVersions: CriteriaView[];
  @ApiProperty({
    enum: PREMISE_STATES,
    nullable: true,
    description: 'as the latest resolution has it, undetermined until then; null without a premise',
  })
  premiseState: PremiseState | null;
  @ApiProperty({ type: [EditionView], description: 'later editions of its story, the earliest first' })
  editions: EditionView[];
  @ApiProperty({ type: [ForecastView] }) forecasts: ForecastView[];
  @ApiProperty({ type: [EvidenceView] }) evidence: EvidenceView[];
  @ApiProperty({ type: [ResolutionView], description: 'the latest last; the ones before stay' })
  resolutions: ResolutionView[];
  @ApiProperty({
    type: [ScenarioScore],
    description:
      'for readers without those of persons whose track record is not public, as in scoresOverTime',
  })
  scores: ScenarioScore[];
  @ApiProperty({ type: [ScoreOverTime] }) scoresOverTime: ScoreOverTime[];
  @ApiProperty({ type: [CrowdScore], description: 'empty where fewer than two forecast' })
  crowd: CrowdScore[];
  @ApiProperty({ type: [ScenarioLinkView], description: 'to scenarios that you may see' })
  links: ScenarioLinkView[];
  @ApiProperty({ type: [DeferralView] }) deferrals: DeferralView[];
  @ApiProperty({ type: [ErratumView] }) errata: ErratumView[];
}

/** What of it tells who said what, and how well: links too, as they tell which probabilities do not go together. */
const FORECASTS_AND_SCORES = ['forecasts', 'scores', 'scoresOverTime', 'crowd', 'links'] as const;

/** The same without forecasts and scores, for those who are yet to judge. */
export class BlindRecord extends OmitType(ScenarioRecord, FORECASTS_AND_SCORES) {}

export class RecordQuery {
  @OneOf(['true', 'false'], { optional: true, description: 'true leaves out forecasts and scores' })
  blind?: 'true' | 'false';
}

/** That an editor was shown the forecasts of a scenario, and what was shown. */
export class ShownForecasts {
  @ApiProperty() id: string;
  @ApiProperty() recordedAt: string;
  @ApiProperty({ type: [ForecastView] }) forecasts: ForecastView[];
}

export class LoggedForecast extends ForecastView {
  @ApiProperty({
    type: [IncoherenceWarning],
    description:
      'how it goes against what its forecaster says of linked scenarios; it is on record all the same',
  })
  warnings: IncoherenceWarning[];
}
