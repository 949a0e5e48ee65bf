import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Id, OneOf, Text } from '../http/validation.js';
import { ClosingDay } from '../scenarios/closing-day.js';
import { CriteriaInput } from '../scenarios/scenario.dto.js';
import { type Kind, KINDS, type ScenarioState, STATES } from '../scenarios/scenario.entity.js';
import { type Term, TERMS } from '../topics/topic.entity.js';

/** What an editor may say of a reworded scenario. */
export const CHOICES = ['revision', 'clarified', 'changed', 'new'] as const;
export type Choice = (typeof CHOICES)[number];

/** What became of a scenario on record. */
export class EditionChoice {
  @Id({ description: 'the scenario on record' }) scenario: string;
  @OneOf(CHOICES, {
    description:
      'revision: the same, the wording is of no account. clarified: the same question, reworded. changed: a new scenario took its place. new: a new scenario, and this one was dropped',
  })
  as: Choice;

  @ApiProperty({
    type: Number,
    required: false,
    description: 'place among the scenarios of the text, from 0, where it is another than proposed',
  })
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(0)
  @Max(999)
  index?: number;
}

/** A scenario that the edition leaves out. */
export class DroppedScenario {
  @Id({ description: 'the scenario on record' }) scenario: string;
  @Text({ max: 4000, optional: true, nullable: true, description: 'shown; null: nobody says why' })
  why?: string | null;
}

const nullableNumber = { type: Number, nullable: true } as const;

const DAY_FROM = ['term', 'chosen', 'record'] as const;

class DraftClosing extends ClosingDay {
  @ApiProperty({
    enum: DAY_FROM,
    description: 'from where it was taken; of a reworded one, were it a new one',
  })
  source: (typeof DAY_FROM)[number];
}

export class DraftScenario {
  @ApiProperty({ type: String, required: false }) id?: string;
  @ApiProperty({ enum: KINDS }) kind: Kind;
  @ApiProperty({ enum: TERMS }) term: Term;
  @ApiProperty() probability: number;
  @ApiProperty() statement: string;
  @ApiProperty({ type: String, nullable: true }) premise: string | null;
  @ApiProperty({ ...nullableNumber, description: 'line of the text, from 1' }) line: number | null;
  @ApiProperty({ type: String, format: 'date', required: false, description: 'where one was given' })
  deadline?: string;
  @ApiProperty({ type: CriteriaInput, required: false, description: 'where some were given' })
  criteria?: CriteriaInput;
  @ApiProperty({ type: DraftClosing, required: false, description: 'in a preview: when it closes' })
  closes?: DraftClosing;
}

export class ScenarioOnRecord {
  @ApiProperty() id: string;
  @ApiProperty({ enum: KINDS }) kind: Kind;
  @ApiProperty({ enum: TERMS }) term: Term;
  @ApiProperty({ description: 'as the latest edition worded it' }) statement: string;
  @ApiProperty({ type: String, nullable: true }) premise: string | null;
  @ApiProperty({ ...nullableNumber, description: 'by which its forecaster stands; null: by none' })
  probability: number | null;
  @ApiProperty({ enum: STATES }) state: ScenarioState;
  @ApiProperty({ type: String, format: 'date' }) deadline: string;
}

class NewProbability {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'place among the scenarios of the text, from 0' }) index: number;
  @ApiProperty({ ...nullableNumber, description: 'null: its forecaster stood by none' }) was: number | null;
  @ApiProperty() probability: number;
}

class StatementDifference {
  @ApiProperty({
    enum: ['number', 'date', 'negation', 'direction', 'actor', 'words', 'premise', 'kind', 'term'],
  })
  what: string;
  @ApiProperty() was: string;
  @ApiProperty() now: string;
}

class RewordedScenario {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'place among the scenarios of the text, from 0' }) index: number;
  @ApiProperty({ ...nullableNumber, description: 'line of the text, from 1' }) line: number | null;
  @ApiProperty({ description: 'the statement on record' }) was: string;
  @ApiProperty({ description: 'the statement of this text' }) statement: string;
  @ApiProperty({ type: String, format: 'date', description: 'of the scenario on record' }) deadline: string;
  @ApiProperty({ description: '0..1: how much of their content they share' }) similarity: number;
  @ApiProperty({ type: [StatementDifference], description: 'what may make it another claim' })
  differs: StatementDifference[];
  @ApiProperty(nullableNumber) wasProbability: number | null;
  @ApiProperty() probability: number;
  @ApiProperty({
    enum: ['clarified', 'changed'],
    description: 'what it looks like; an editor says what it is',
  })
  suggests: 'clarified' | 'changed';
}

class NewInEdition extends DraftScenario {
  @ApiProperty({ description: 'place among the scenarios of the text, from 0' }) index: number;
}

/** What a text says beside what is on record (rule 12). */
export class BriefingDifferences {
  @ApiProperty({ type: [String], description: 'ids' }) unchanged: string[];
  @ApiProperty({ type: [NewProbability] }) newProbability: NewProbability[];
  @ApiProperty({ type: [RewordedScenario] }) reworded: RewordedScenario[];
  @ApiProperty({ type: [NewInEdition] }) new: NewInEdition[];
  @ApiProperty({ type: [ScenarioOnRecord], description: 'on record, open, and not in the text' })
  dropped: ScenarioOnRecord[];
}
