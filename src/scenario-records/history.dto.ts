import { ApiProperty } from '@nestjs/swagger';

/** What can be on record of a scenario. */
export const HISTORY_KINDS = [
  ...(['logged', 'criteria', 'testability', 'forecast', 'withdrawal', 'evidence', 'standing'] as const),
  ...(['resolution', 'referral', 'reread', 'deferral', 'erratum', 'publication', 'showing'] as const),
  ...(['link', 'link_ended', 'edition'] as const),
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

const nullable = { type: String, nullable: true } as const;

/** One row on record. */
export class HistoryItem {
  @ApiProperty({ description: 'of the row' }) id: string;
  @ApiProperty() recordedAt: string;
  @ApiProperty({ ...nullable, description: 'the account; null where the program itself wrote it' })
  by: string | null;
  @ApiProperty({ ...nullable, description: 'the request that wrote it; null at the command line' })
  requestId: string | null;
  @ApiProperty({ enum: HISTORY_KINDS }) kind: HistoryKind;
  @ApiProperty({
    type: [String],
    description: 'what it says, in the words of the API: an outcome, a bearing, a version, a field',
  })
  says: string[];
  @ApiProperty({ ...nullable, description: 'what it is about: a headline, a statement, a name' })
  about: string | null;
  @ApiProperty({ ...nullable, description: 'a reason, a note, a proof' }) text: string | null;
}

export class HistoryView {
  @ApiProperty({ description: 'without forecasts, their errata and withdrawals' }) blind: boolean;
  @ApiProperty({ type: [HistoryItem], description: 'the oldest first' }) items: HistoryItem[];
}
