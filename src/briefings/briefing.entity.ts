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
import { Topic } from '../topics/topic.entity.js';

/** One published piece, recognised by topic, headline and publication day; its words are in its versions. */
@Entity('briefing')
@Index('uq_briefing_identity', ['identity'], { unique: true })
@Index('ix_briefing_day', ['publishedOn', 'id'])
@Index('ix_briefing_topic', ['topic', 'publishedOn'])
@Index('ix_briefing_follows', ['follows'])
export class Briefing {
  @IdColumn()
  id: string;

  @Ref(() => Topic, 'briefing', 'topic')
  topic: Topic;

  /** Digest of topic, folded headline and publication day. */
  @WordColumn(64)
  identity: string;

  @DayColumn()
  publishedOn: string;

  /** The edition of the same story that came before. */
  @Ref(() => Briefing, 'briefing', 'follows', { nullable: true })
  follows: Briefing | null;

  @InstantColumn({ nullable: true })
  publicAt: string | null;

  @Ref(() => Account, 'briefing', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @IntegerColumn()
  version: number;
}

/** The words of a briefing as they were at one time. Append-only. */
@Entity('briefing_version')
@Index('uq_briefing_version_ordinal', ['briefing', 'ordinal'], { unique: true })
export class BriefingVersion {
  @IdColumn()
  id: string;

  @Ref(() => Briefing, 'briefing_version', 'briefing')
  briefing: Briefing;

  @IntegerColumn()
  ordinal: number;

  /** Digest of what the briefing says, furniture of the page aside: recognises the same text again. */
  @WordColumn(64)
  digest: string;

  @Ref(() => Text, 'briefing_version', 'headline')
  headline: Text;

  @Ref(() => Text, 'briefing_version', 'standfirst', { nullable: true })
  standfirst: Text | null;

  @Ref(() => Text, 'briefing_version', 'category', { nullable: true })
  category: Text | null;

  @Ref(() => Text, 'briefing_version', 'status', { nullable: true })
  status: Text | null;

  @Ref(() => Text, 'briefing_version', 'takeaway', { nullable: true })
  takeaway: Text | null;

  @Ref(() => Text, 'briefing_version', 'edition', { nullable: true })
  edition: Text | null;

  /** What was pasted, to the letter; desk only. */
  @Ref(() => Text, 'briefing_version', 'original', { nullable: true })
  original: Text | null;

  @Ref(() => Account, 'briefing_version', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
