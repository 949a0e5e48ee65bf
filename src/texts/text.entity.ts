import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, WordColumn } from '../database/columns.js';

/**
 * Every free text of an append-only record, and nothing else, lives here: a statement, a reason, a quote, a source's
 * body. What the law orders away is blanked in this one table; the row, its digest and its time remain.
 */
@Entity('text')
@Index('ix_text_digest', ['digest'])
export class Text {
  @IdColumn()
  id: string;

  /** As given. Null once redacted. */
  @LongTextColumn({ nullable: true })
  body: string | null;

  /** SHA-256 of the body as given, hex: proves what stood here, and recognises the same text again. */
  @WordColumn(64)
  digest: string;

  @InstantColumn({ nullable: true })
  redactedAt: string | null;
}
