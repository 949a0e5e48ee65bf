import { ApiProperty } from '@nestjs/swagger';
import type { Report } from '../calibration/index.js';
import { ForecasterRef } from '../forecasters/forecaster.dto.js';
import { VerdictView } from '../track-records/report.dto.js';
import { TopicRef } from '../topics/topic.dto.js';

const nullable = { type: Number, nullable: true } as const;

/** The figures of a report that a correction may move. */
export class Figures {
  @ApiProperty({ type: 'integer', description: 'forecasts counted' }) n: number;
  @ApiProperty({ type: 'integer', description: 'of them occurred' }) occurred: number;
  @ApiProperty({ type: 'integer' }) open: number;
  @ApiProperty({ type: 'integer' }) overdue: number;
  @ApiProperty({ type: 'integer' }) annulled: number;
  @ApiProperty(nullable) brierScore: number | null;
  @ApiProperty(nullable) brierSkillScore: number | null;
  @ApiProperty(nullable) calibrationError: number | null;
  @ApiProperty({ type: VerdictView, description: 'as in a report' }) verdict: VerdictView;
}

export const figuresOf = (report: Report): Figures => ({
  ...{ n: report.n, occurred: report.occurred, open: report.open, overdue: report.overdue },
  ...{ annulled: report.annulled, brierScore: report.brierScore },
  ...{ brierSkillScore: report.brierSkillScore, calibrationError: report.calibrationError },
  verdict: report.verdict,
});

export class FiguresMoved {
  @ApiProperty({ type: Figures }) before: Figures;
  @ApiProperty({ type: Figures }) after: Figures;
}

export class TopicFigures extends FiguresMoved {
  @ApiProperty({ type: TopicRef }) topic: TopicRef;
}

export class ForecasterFigures extends FiguresMoved {
  @ApiProperty({ type: ForecasterRef }) forecaster: ForecasterRef;
}

export class ScenarioScoreMoved {
  @ApiProperty({ type: ForecasterRef }) forecaster: ForecasterRef;
  @ApiProperty({ ...nullable, description: 'squared gap of what counts; null where nothing is scored' })
  before: number | null;
  @ApiProperty(nullable) after: number | null;
}

/** What a correction would do to the scores: of the whole desk, and of the parts of it that it touches. */
export class ResolutionEffect extends FiguresMoved {
  @ApiProperty({ type: TopicFigures }) topic: TopicFigures;
  @ApiProperty({ type: [ForecasterFigures], description: 'who forecast it' })
  forecasters: ForecasterFigures[];
  @ApiProperty({ type: [ScenarioScoreMoved], description: 'on this scenario' })
  scenario: ScenarioScoreMoved[];
}
