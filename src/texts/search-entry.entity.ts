import { Check, Entity, Index } from 'typeorm';
import { FlagColumn, RefColumn, SeqColumn, WordColumn } from '../database/columns.js';

export const SEARCHED = ['scenario', 'event', 'briefing'] as const;
export type Searched = (typeof SEARCHED)[number];

/** Under which number the words of a text stand in the index of words, and what it is a text of. Derived. */
@Entity('search_entry')
@Index('ix_search_entry_subject', ['subject', 'subjectId'])
@Index('ix_search_entry_text', ['textId'])
@Check('ck_search_entry_desk_only', '"deskOnly" IN (0, 1)')
export class SearchEntry {
  @SeqColumn()
  seq: number;

  @WordColumn(16)
  subject: Searched;

  @RefColumn()
  subjectId: string;

  @RefColumn()
  textId: string;

  /** 1 for what the public never sees, and never finds by: the text of a source, a briefing as it was pasted. */
  @FlagColumn()
  deskOnly: number;
}
