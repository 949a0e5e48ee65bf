import { Entity, Index } from 'typeorm';
import { DayColumn, IdColumn, IntegerColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';
import { BriefingVersion } from './briefing.entity.js';

@Entity('briefing_section')
@Index('uq_briefing_section_ordinal', ['briefingVersion', 'ordinal'], { unique: true })
export class BriefingSection {
  @IdColumn()
  id: string;

  @Ref(() => BriefingVersion, 'briefing_section', 'briefingVersion')
  briefingVersion: BriefingVersion;

  @IntegerColumn()
  ordinal: number;

  @Ref(() => Text, 'briefing_section', 'heading', { nullable: true })
  heading: Text | null;

  @Ref(() => Text, 'briefing_section', 'body', { nullable: true })
  body: Text | null;
}

/** How one actor saw it, as of a day that may lie after the briefing's own. */
@Entity('briefing_perspective')
@Index('uq_briefing_perspective_ordinal', ['briefingVersion', 'ordinal'], { unique: true })
export class BriefingPerspective {
  @IdColumn()
  id: string;

  @Ref(() => BriefingVersion, 'briefing_perspective', 'briefingVersion')
  briefingVersion: BriefingVersion;

  @IntegerColumn()
  ordinal: number;

  @DayColumn({ nullable: true })
  asOf: string | null;

  @Ref(() => Text, 'briefing_perspective', 'actor')
  actor: Text;

  @Ref(() => Text, 'briefing_perspective', 'body', { nullable: true })
  body: Text | null;
}

@Entity('briefing_source')
@Index('uq_briefing_source_ordinal', ['briefingVersion', 'ordinal'], { unique: true })
export class BriefingSource {
  @IdColumn()
  id: string;

  @Ref(() => BriefingVersion, 'briefing_source', 'briefingVersion')
  briefingVersion: BriefingVersion;

  @IntegerColumn()
  ordinal: number;

  @DayColumn({ nullable: true })
  publishedOn: string | null;

  @Ref(() => Text, 'briefing_source', 'outlet', { nullable: true })
  outlet: Text | null;

  @Ref(() => Text, 'briefing_source', 'url', { nullable: true })
  url: Text | null;
}
