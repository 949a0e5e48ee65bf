import { PageQuery } from '../http/paging.js';
import { Day, OneOf, Text } from '../http/validation.js';
import { type Term, TERMS } from '../topics/topic.entity.js';
import { type Kind, KINDS, STATES, TESTABILITIES, type Testability } from './scenario.entity.js';

const STATE_FILTERS = [...STATES, 'overdue'] as const;
const SORTS = ['recorded', 'deadline'] as const;

export class ScenariosQuery extends PageQuery {
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  @OneOf(KINDS, { optional: true }) kind?: Kind;
  @OneOf(TERMS, { optional: true }) term?: Term;
  @OneOf(STATE_FILTERS, { optional: true, description: 'overdue: open past its deadline' })
  state?: (typeof STATE_FILTERS)[number];
  @Text({ max: 64, optional: true, description: 'slug of a forecaster' }) forecaster?: string;
  @OneOf(TESTABILITIES, { optional: true }) testability?: Testability;
  @Day({ optional: true, description: 'first day of the outcome; of the deadline, for what is open' })
  from?: string;
  @Day({ optional: true, description: 'last day of the outcome; of the deadline, for what is open' })
  to?: string;
  @Text({ max: 200, optional: true, description: 'words, or beginnings of words, that it holds' }) q?: string;
  @OneOf(SORTS, {
    optional: true,
    description: 'recorded, the latest first, if missing; deadline: the next first',
  })
  sort?: (typeof SORTS)[number];
}
