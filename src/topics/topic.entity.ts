import { Check, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, WordColumn } from '../database/columns.js';
export { DEFAULT_TERMS, type Term, termDays, TERMS } from './terms.js';

/** A running story, with the policy that turns a term into days and the zone in which its days are counted. */
@Entity('topic')
@Index('uq_topic_slug', ['slug'], { unique: true })
@Check('ck_topic_publishes', `"publishes" IN ('at_once', 'desk')`)
@Check('ck_topic_terms', '"shortDays" >= 1 AND "mediumDays" > "shortDays" AND "longDays" > "mediumDays"')
export class Topic {
  @IdColumn()
  id: string;

  @WordColumn(64)
  slug: string;

  @WordColumn(200)
  title: string;

  /** IANA zone in which its deadlines end. */
  @WordColumn(64)
  zone: string;

  @IntegerColumn()
  shortDays: number;

  @IntegerColumn()
  mediumDays: number;

  @IntegerColumn()
  longDays: number;

  /** Whether what is logged here is public at once, or stays with the desk until somebody publishes it. */
  @WordColumn(8)
  publishes: 'at_once' | 'desk';

  @InstantColumn()
  recordedAt: string;
}
