import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { PageQuery } from '../http/paging.js';
import { OneOf, Text } from '../http/validation.js';
import { words } from '../texts/texts.js';
import { CreateBriefing } from './forecast.dto.js';
import type { Handover, HandoverEnd } from './handover.entity.js';

export class CreateHandover {
  @ApiProperty({ type: CreateBriefing, description: 'as `POST briefings` takes it' })
  @IsObject()
  @ValidateNested()
  @Type(() => CreateBriefing)
  briefing: CreateBriefing;

  @Text({ max: 4000, optional: true, nullable: true, description: 'to the editors' }) note?: string | null;
}

export class EndHandover {
  @Text({ max: 4000, description: 'why it is not recorded; whoever handed it on reads it' }) reason: string;
}

const HANDOVER_STATES = ['waiting', 'ended'] as const;

export class HandoversQuery extends PageQuery {
  @OneOf(HANDOVER_STATES, { optional: true, description: 'waiting, if missing' })
  state?: (typeof HANDOVER_STATES)[number];
}

const nullable = { type: String, nullable: true } as const;

class HandoverEndView {
  @ApiProperty({ ...nullable, description: 'the briefing on record that came of it' }) briefing:
    string | null;
  @ApiProperty({ ...nullable, description: 'or else why none did' }) reason: string | null;
  @ApiProperty({ description: 'the account' }) by: string;
  @ApiProperty() recordedAt: string;
}

export class HandoverListItem {
  @ApiProperty() id: string;
  @ApiProperty() headline: string;
  @ApiProperty(nullable) note: string | null;
  @ApiProperty({ description: 'the account that handed it on' }) by: string;
  @ApiProperty({ description: 'it was you' }) mine: boolean;
  @ApiProperty() recordedAt: string;
  @ApiProperty({ type: HandoverEndView, nullable: true }) ended: HandoverEndView | null;
  @ApiProperty({ type: 'integer', description: '1, and 2 once it has ended; for `If-Match`' })
  version: number;
}

export class HandoverView extends HandoverListItem {
  @ApiProperty({
    type: CreateBriefing,
    nullable: true,
    description: 'as it was handed on; null where it was redacted',
  })
  briefing: CreateBriefing | null;
}

export const handoverListItem = (
  row: Handover,
  end: HandoverEnd | null,
  accountId: string | null,
): HandoverListItem => ({
  ...{ id: row.id, headline: words(row.headline), note: words(row.note) },
  ...{ by: row.loggedBy.name, mine: row.loggedBy.id === accountId, recordedAt: row.recordedAt },
  ended: end && {
    ...{ briefing: end.briefing?.id ?? null, reason: words(end.reason) },
    ...{ by: end.loggedBy.name, recordedAt: end.recordedAt },
  },
  version: end ? 2 : 1,
});

/** What was handed on, as it can be recorded; null where a part of it was ordered away. */
export function handedOn({ text, fields }: Handover): CreateBriefing | null {
  if (fields.body === null || text?.body === null) return null;
  return { ...(text && { text: text.body }), ...(JSON.parse(fields.body) as CreateBriefing) };
}
