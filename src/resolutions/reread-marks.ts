import { ApiProperty } from '@nestjs/swagger';
import { type EntityManager, In } from 'typeorm';
import { words } from '../texts/texts.js';
import { Reread } from './reread.entity.js';
import { type Annulment, ANNULMENTS } from './resolution.entity.js';

export const READ_OUTCOMES = ['occurred', 'not_occurred', 'annulled'] as const;
export type ReadOutcome = (typeof READ_OUTCOMES)[number];

/** That a resolution was judged again by somebody who did not know it. */
export class RereadMark {
  @ApiProperty({ enum: READ_OUTCOMES }) outcome: ReadOutcome;
  @ApiProperty({ enum: ANNULMENTS, nullable: true }) annulment: Annulment | null;
  @ApiProperty({ description: 'the same outcome; whatever day, or reason of annulment' }) agreed: boolean;
  @ApiProperty() recordedAt: string;
}

/** The same for those who judge. */
export class RereadNote extends RereadMark {
  @ApiProperty({ type: String, nullable: true }) outcomeOn: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ description: 'the account that read it' }) readBy: string;
}

/** The rereads of some resolutions, oldest first, loaded with all that is told of them. */
export function rereadsOf(manager: EntityManager, resolutionIds: readonly string[]): Promise<Reread[]> {
  return manager.find(Reread, {
    where: { resolution: { id: In([...resolutionIds]) } },
    relations: { resolution: true, note: true, readBy: true },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });
}

export const hasAgreed = ({ outcome, resolution }: Reread): boolean => outcome === resolution.outcome;

export const rereadMark = (reread: Reread): RereadMark => ({
  outcome: reread.outcome,
  annulment: reread.annulment,
  agreed: hasAgreed(reread),
  recordedAt: reread.recordedAt,
});

export const rereadNote = (reread: Reread): RereadNote => ({
  ...rereadMark(reread),
  outcomeOn: reread.outcomeOn,
  note: words(reread.note),
  readBy: reread.readBy.name,
});
