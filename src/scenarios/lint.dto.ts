import { ApiProperty } from '@nestjs/swagger';
import { Day, OneOf, Text } from '../http/validation.js';
import { LINT_CODES, type LintCode } from '../statements/index.js';
import { type Term, TERMS } from '../topics/topic.entity.js';
import { LINT_LIMITS } from './lint.js';
import { CriteriaField, type CriteriaInput } from './scenario.dto.js';

export class LintStatement {
  @Text({ max: LINT_LIMITS.statement }) statement: string;
  @OneOf(TERMS, { optional: true }) term?: Term;
  @Day({ optional: true, description: 'made from the term if missing' }) deadline?: string;
  @Text({ max: 200, optional: true, description: 'slug or title of a topic: its terms and zone are used' })
  topic?: string;
  @Text({
    max: LINT_LIMITS.premise,
    optional: true,
    nullable: true,
    description: '“if …”, where it is kept apart',
  })
  premise?: string | null;
  @CriteriaField() criteria?: CriteriaInput;
}

export class MarkView {
  @ApiProperty({ enum: LINT_CODES }) code: LintCode;
  @ApiProperty({ type: 'integer', description: 'UTF-16 offset in the statement' }) from: number;
  @ApiProperty({
    type: 'integer',
    description: 'behind the last marked unit; what is missing is marked on the whole statement',
  })
  to: number;
  @ApiProperty({ description: 'a sentence for the author' }) reason: string;
  @ApiProperty({
    required: false,
    description:
      'the whole statement rewritten: two lines are two statements, an opening “If …,” is a premise, square brackets ask the author',
  })
  fix?: string;
  @ApiProperty({
    required: false,
    type: String,
    format: 'date',
    description: 'with date_before_deadline: the day to take as the deadline',
  })
  deadline?: string;
}

export class ProposedCase {
  @ApiProperty({ maxLength: 120, description: 'would this count? The answer belongs to criteria.edgeCases' })
  case: string;
}

export class LintView {
  @ApiProperty({ type: [MarkView] }) marks: MarkView[];
  @ApiProperty({ type: [ProposedCase], minItems: 5, maxItems: 5 }) edgeCases: ProposedCase[];
}
