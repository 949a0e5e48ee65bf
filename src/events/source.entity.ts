import { Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RequestIdColumn,
  WordColumn,
} from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';
import { Event } from './event.entity.js';

/** Where an event is reported. The public sees outlet, day, link and a short quote; the body stays with the desk. */
@Entity('source')
@Index('uq_source_ordinal', ['event', 'ordinal'], { unique: true })
export class Source {
  @IdColumn()
  id: string;

  @Ref(() => Event, 'source', 'event')
  event: Event;

  @IntegerColumn()
  ordinal: number;

  @Ref(() => Text, 'source', 'outlet')
  outlet: Text;

  @DayColumn({ nullable: true })
  publishedOn: string | null;

  @DayColumn({ nullable: true })
  retrievedOn: string | null;

  @Ref(() => Text, 'source', 'url', { nullable: true })
  url: Text | null;

  @Ref(() => Text, 'source', 'quote', { nullable: true })
  quote: Text | null;

  /** The source's text as retrieved; desk only. */
  @Ref(() => Text, 'source', 'body', { nullable: true })
  body: Text | null;

  /** SHA-256 of the text or file given, hex. */
  @WordColumn(64, { nullable: true })
  digest: string | null;

  /** The wire or first outlet that this one runs: two outlets of one origin are one origin. */
  @Ref(() => Text, 'source', 'origin', { nullable: true })
  origin: Text | null;

  @Ref(() => Account, 'source', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}

/** A measurable detail that a source gives; where sources differ, all stay, side by side. */
@Entity('source_claim')
@Index('uq_source_claim_ordinal', ['source', 'ordinal'], { unique: true })
export class SourceClaim {
  @IdColumn()
  id: string;

  @Ref(() => Source, 'source_claim', 'source')
  source: Source;

  @IntegerColumn()
  ordinal: number;

  @Ref(() => Text, 'source_claim', 'about')
  about: Text;

  @Ref(() => Text, 'source_claim', 'value')
  value: Text;

  @Ref(() => Text, 'source_claim', 'sentence')
  sentence: Text;
}
