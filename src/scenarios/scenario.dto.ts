import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { isVisible, type Sight } from '../database/visibility.js';
import { addDays, type Day } from '../days.js';
import { OneOf, Text } from '../http/validation.js';
import { words } from '../texts/texts.js';
import { type Term, TERMS } from '../topics/topic.entity.js';
import { TopicRef } from '../topics/topic.dto.js';
import {
  type Criteria,
  CRITERIA_CHANGES,
  type CriteriaChange,
  type EdgeCase,
  type Subject,
  SUBJECTS,
} from './criteria.entity.js';
import { LINT_LIMITS } from './lint.js';
import {
  type Kind,
  KINDS,
  type Scenario,
  type ScenarioState,
  STATES,
  TESTABILITIES,
  type Testability,
} from './scenario.entity.js';

/** A scenario is due soon when its deadline is at most this far off. */
export const DUE_SOON_DAYS = 7;

export class EdgeCaseInput {
  @Text({ max: 500, description: 'a case at the edge', example: 'a day after the deadline' }) case: string;
  @ApiProperty({ description: 'whether it would count' }) @IsBoolean() counts: boolean;
}

export class CriteriaInput {
  @Text({ max: LINT_LIMITS.criteria, description: 'what would have to be seen, and in which source' })
  text: string;

  @ApiProperty({ type: [EdgeCaseInput], required: false })
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EdgeCaseInput)
  edgeCases: EdgeCaseInput[] = [];
}

export class AddCriteria extends CriteriaInput {
  @OneOf(SUBJECTS, { optional: true, description: 'what they judge; the statement if missing' })
  on?: Subject;

  @OneOf(CRITERIA_CHANGES, {
    optional: true,
    description: 'clarified: the same question (if missing). changed: another one; earlier forecasts end',
  })
  change?: (typeof CRITERIA_CHANGES)[number];

  @OneOf(TESTABILITIES, { optional: true, description: 'how it can be judged with these criteria' })
  testability?: Testability;
}

/** Criteria as a sentence, or with their table of edge cases. */
export const CriteriaField =
  (what?: string): PropertyDecorator =>
  (target, key) => {
    const description = ['a sentence, or text with edge cases', what].filter(Boolean).join(': ');
    ApiProperty({ required: false, type: CriteriaInput, description })(target, key);
    IsOptional()(target, key);
    IsObject()(target, key);
    ValidateNested()(target, key);
    Type(() => CriteriaInput)(target, key);
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? Object.assign(new CriteriaInput(), { text: value }) : value,
    )(target, key);
  };

export class CriteriaView {
  @ApiProperty() version: number;
  @ApiProperty() text: string;
  @ApiProperty({ type: [EdgeCaseInput] }) edgeCases: { case: string; counts: boolean }[];
  @ApiProperty({ enum: ['initial', ...CRITERIA_CHANGES] }) change: CriteriaChange;
  @ApiProperty({ description: 'added after the deadline, or when an event of its time had been linked' })
  late: boolean;
  @ApiProperty() recordedAt: string;
}

const nullable = { type: String, nullable: true } as const;

export class ScenarioListItem {
  @ApiProperty() id: string;
  @ApiProperty({ enum: KINDS }) kind: Kind;
  @ApiProperty({ enum: TERMS }) term: Term;
  @ApiProperty() statement: string;
  @ApiProperty({ ...nullable, description: 'forecasts are given that this holds' }) premise: string | null;
  @ApiProperty({ type: CriteriaView, nullable: true }) criteria: CriteriaView | null;
  @ApiProperty({ enum: TESTABILITIES }) testability: Testability;
  @ApiProperty({ type: TopicRef }) topic: TopicRef;
  @ApiProperty(nullable) briefingId: string | null;
  @ApiProperty({ type: String, format: 'date' }) openedOn: Day;
  @ApiProperty({ type: String, format: 'date' }) deadline: Day;
  @ApiProperty() zone: string;
  @ApiProperty({ enum: STATES }) state: ScenarioState;
  @ApiProperty({ description: 'open, and its deadline has passed' }) overdue: boolean;
  @ApiProperty({ description: 'open, and its deadline is at most seven days off' }) dueSoon: boolean;
  @ApiProperty({ enum: ['occurred', 'not_occurred', 'annulled'], nullable: true }) outcome:
    'occurred' | 'not_occurred' | 'annulled' | null;
  @ApiProperty(nullable) outcomeOn: Day | null;
  @ApiProperty({ ...nullable, description: 'the day on which it occurred after all' }) lateOn: Day | null;
  @ApiProperty() recordedAt: string;
  @ApiProperty(nullable) publicAt: string | null;
  @ApiProperty() version: number;
}

/** @param criteria loaded with the event after which they came: where that is hidden, so is that they came late */
export const criteriaView = (
  criteria: Criteria,
  edgeCases: readonly EdgeCase[],
  sight: Sight,
): CriteriaView => ({
  version: criteria.ordinal,
  text: words(criteria.text),
  edgeCases: edgeCases.map((row) => ({ case: words(row.case), counts: row.counts === 1 })),
  change: criteria.change,
  late: criteria.isLate === 1 && (criteria.lateBy === null || isVisible(criteria.lateBy, sight)),
  recordedAt: criteria.recordedAt,
});

/** @param today in the scenario's zone */
export const scenarioListItem = (
  scenario: Scenario,
  criteria: CriteriaView | null,
  today: Day,
): Omit<ScenarioListItem, 'briefingId'> => ({
  id: scenario.id,
  kind: scenario.kind,
  term: scenario.term,
  statement: words(scenario.statement),
  premise: words(scenario.premise),
  criteria,
  testability: scenario.testability,
  topic: { slug: scenario.topic.slug, title: scenario.topic.title },
  openedOn: scenario.openedOn,
  deadline: scenario.deadline,
  zone: scenario.zone,
  state: scenario.state,
  ...deadlineMarks(scenario, today),
  outcome: outcomeOf(scenario),
  outcomeOn: scenario.outcomeOn,
  lateOn: scenario.lateOn,
  recordedAt: scenario.recordedAt,
  publicAt: scenario.publicAt,
  version: scenario.version,
});

/** @param today in the scenario's zone */
export const deadlineMarks = (
  { state, deadline }: Pick<Scenario, 'state' | 'deadline'>,
  today: Day,
): Pick<ScenarioListItem, 'overdue' | 'dueSoon'> => ({
  overdue: state === 'open' && deadline < today,
  dueSoon: state === 'open' && deadline >= today && deadline <= addDays(today, DUE_SOON_DAYS),
});

function outcomeOf(scenario: Scenario): ScenarioListItem['outcome'] {
  if (scenario.state === 'annulled') return 'annulled';
  if (scenario.occurred === null) return null;
  return scenario.occurred === 1 ? 'occurred' : 'not_occurred';
}
