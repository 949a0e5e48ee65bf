import { OneOf, Text } from '../http/validation.js';
import { type Kind, KINDS } from '../scenarios/kinds.js';
import { type Term, TERMS } from '../topics/terms.js';

/** Filters as the pages have them. A feed tells what is new, so those of days and of counting say nothing of it. */
export class FeedQuery {
  @Text({ max: 1000, optional: true }) cursor?: string;
  @OneOf(KINDS, { optional: true }) kind?: Kind;
  @OneOf(TERMS, { optional: true }) term?: Term;
}

export class SiteFeedQuery extends FeedQuery {
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  @Text({ max: 64, optional: true, description: 'slug of a forecaster' }) forecaster?: string;
}
