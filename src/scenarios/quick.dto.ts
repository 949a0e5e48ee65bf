import { ApiProperty } from '@nestjs/swagger';
import { Day, OneOf, Text } from '../http/validation.js';
import { PIECES } from '../statements/index.js';
import { type Term, TERMS } from '../topics/topic.entity.js';
import { ClosingDay } from './closing-day.js';
import { LintView } from './lint.dto.js';
import { CriteriaField, type CriteriaInput, ScenarioListItem } from './scenario.dto.js';
import { type Kind, KINDS } from './scenario.entity.js';

const MOST = 4000;
const nullable = { nullable: true } as const;

/** A line, and what has been chosen beside it: that holds, whatever the line says. */
export class ReadQuickLine {
  @Text({ max: MOST, description: '! risk, + opportunity or > consequence; statement; NN%; date; #topic' })
  line: string;
  @Text({ max: 200, optional: true, description: 'slug or title of a topic' }) topic?: string;
  @OneOf(TERMS, { optional: true }) term?: Term;
  @Day({ optional: true }) deadline?: string;
  @Text({ max: MOST, optional: true }) statement?: string;
  @Text({ max: 2000, optional: true, nullable: true }) premise?: string | null;
  @CriteriaField() criteria?: CriteriaInput;
}

class QuickPieceView {
  @ApiProperty({ enum: PIECES }) kind: (typeof PIECES)[number];
  @ApiProperty({ type: 'integer', description: 'UTF-16 offset in the line' }) from: number;
  @ApiProperty({ type: 'integer' }) to: number;
  @ApiProperty() text: string;
}

class ProbabilityDoubtView {
  @ApiProperty() text: string;
  @ApiProperty({ description: 'for the author' }) question: string;
  @ApiProperty({ type: [Number], description: 'what may be meant, 0..1' }) candidates: number[];
}

class QuickDeadline extends ClosingDay {
  @ApiProperty({ type: String, ...nullable, description: 'the words of the line that it was read from' })
  phrase: string | null;
  @ApiProperty({ enum: ['line', 'term', 'chosen'], description: 'from where it was taken' })
  source: 'line' | 'term' | 'chosen';
}

class QuickTopic {
  @ApiProperty() slug: string;
  @ApiProperty() title: string;
  @ApiProperty() zone: string;
}

class TopicCandidate {
  @ApiProperty() slug: string;
  @ApiProperty() title: string;
}

class TopicDoubt {
  @ApiProperty() text: string;
  @ApiProperty({ type: [TopicCandidate], description: 'the likeliest first; none where nothing is like it' })
  candidates: TopicCandidate[];
}

/** What a line would record. What is null has to be chosen first. */
export class QuickLineView extends LintView {
  @ApiProperty({ type: [QuickPieceView] }) pieces: QuickPieceView[];
  @ApiProperty({ enum: KINDS, ...nullable }) kind: Kind | null;
  @ApiProperty({ description: 'what is left of the line; empty where nothing is' }) statement: string;
  @ApiProperty({ type: String, ...nullable }) premise: string | null;
  @ApiProperty({ type: Number, ...nullable, description: '0..1' }) probability: number | null;
  @ApiProperty({ type: ProbabilityDoubtView, ...nullable }) probabilityDoubt: ProbabilityDoubtView | null;
  @ApiProperty({ type: QuickDeadline }) deadline: QuickDeadline;
  @ApiProperty({ enum: TERMS, description: 'the shortest of the topic that reaches the deadline' })
  term: Term;
  @ApiProperty({ type: QuickTopic, ...nullable }) topic: QuickTopic | null;
  @ApiProperty({ type: TopicDoubt, ...nullable }) topicDoubt: TopicDoubt | null;
}

export class FindSimilar {
  @Text({ max: MOST }) statement: string;
  @Text({ max: 200, description: 'slug or title of a topic' }) topic: string;
}

class SimilarScenario {
  @ApiProperty({ type: ScenarioListItem }) scenario: ScenarioListItem;
  @ApiProperty({ description: '0..1: how much of their content they share' }) similarity: number;
  @ApiProperty({ description: 'it reads as the same claim in other words' }) same: boolean;
}

export class SimilarScenarios {
  @ApiProperty({ type: [SimilarScenario], description: 'five at most, the most similar first' })
  items: SimilarScenario[];
  @ApiProperty({ type: 'integer', description: 'how many open scenarios were compared, the latest first' })
  compared: number;
  @ApiProperty({ type: 'integer', description: 'how many are open in the topic' }) open: number;
}
