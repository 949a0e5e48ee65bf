import { OneOf, Text } from '../http/validation.js';
import { type Kind, KINDS, TESTABILITIES, type Testability } from '../scenarios/kinds.js';
import { type Term, TERMS } from '../topics/terms.js';
import type { RecordFilters } from '../track-records/public-record.js';

/** Which scenarios a record holds. */
export class RecordQuery implements RecordFilters {
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  @OneOf(KINDS, { optional: true }) kind?: Kind;
  @OneOf(TERMS, { optional: true }) term?: Term;
  @OneOf(TESTABILITIES, { optional: true }) testability?: Testability;
}
