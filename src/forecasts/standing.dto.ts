import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ForecasterRef } from '../forecasters/forecaster.dto.js';
import { PageQuery } from '../http/paging.js';
import { OneOf, Text } from '../http/validation.js';
import { ScenarioListItem } from '../scenarios/scenario.dto.js';
import { type Kind, KINDS } from '../scenarios/scenario.entity.js';
import { LINT_CODES, type LintCode } from '../statements/index.js';
import { type Term, TERMS } from '../topics/topic.entity.js';

export class StandingFilters {
  @Text({
    max: 64,
    optional: true,
    description: 'slug of a forecaster; if missing, all that one may log for',
  })
  forecaster?: string;
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  @OneOf(KINDS, { optional: true }) kind?: Kind;
  @OneOf(TERMS, { optional: true }) term?: Term;
}

export class StandingsQuery extends IntersectionType(StandingFilters, PageQuery) {}

class MarkedScenario {
  @ApiProperty() id: string;
  @ApiProperty() statement: string;
}

class Standing {
  @ApiProperty({ type: ForecasterRef }) forecaster: ForecasterRef;
  @ApiProperty({ type: Number, nullable: true, description: 'null: it was withdrawn' }) probability:
    number | null;
  @ApiProperty({ type: String, description: 'of the latest forecast' }) statedAt: string;
  @ApiProperty({ description: 'it stands, and has not been revised for longer than `staleAfterDays`' })
  stale: boolean;
  @ApiProperty({ description: 'whether the account may revise it' }) mine: boolean;
}

/** An open scenario, and by which probabilities its forecasters stand. */
export class StandingItem {
  @ApiProperty({ type: ScenarioListItem }) scenario: ScenarioListItem;
  @ApiProperty({ type: 'integer', description: 'until the deadline; negative: it has passed' })
  daysLeft: number;
  @ApiProperty({ type: 'integer', description: 'a quarter of its term, at least 14' }) staleAfterDays: number;
  @ApiProperty({ type: [Standing] }) standings: Standing[];
}

export class StandingCounts {
  @ApiProperty({ type: 'integer', description: 'scenarios' }) open: number;
  @ApiProperty({ type: 'integer', description: 'within seven days' }) dueSoon: number;
  @ApiProperty({ type: 'integer' }) overdue: number;
  @ApiProperty({ type: 'integer', description: 'with a stale forecast' }) stale: number;
}

class HabitView {
  @ApiProperty({ enum: LINT_CODES }) code: LintCode;
  @ApiProperty({ type: 'integer', description: 'statements that have it, each once' }) statements: number;
  @ApiProperty({ type: MarkedScenario, description: 'the latest of them' }) latest: MarkedScenario;
}

/** What makes one's statements hard to judge, over and over. */
export class LintHabits {
  @ApiProperty({ type: 'integer', description: 'open scenarios' }) open: number;
  @ApiProperty({ type: 'integer', description: 'of them looked at: the latest' }) statements: number;
  @ApiProperty({ type: [HabitView], description: 'the most frequent first' }) marks: HabitView[];
}
