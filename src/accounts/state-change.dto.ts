import { ApiProperty } from '@nestjs/swagger';
import { words } from '../texts/texts.js';
import { CHANGE_SUBJECTS, type StateChange } from './state-change.entity.js';

/** A field that changed, as administrators see it. */
export class StateChangeView {
  @ApiProperty() id: string;
  @ApiProperty() recordedAt: string;
  @ApiProperty({ enum: CHANGE_SUBJECTS }) subject: string;
  @ApiProperty({
    description: 'slug of a topic or forecaster, name of an account; `house` for the settings',
  })
  name: string;
  @ApiProperty() field: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'null where there was none; never a display name',
  })
  before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the account that did it; null at the command line',
  })
  by: string | null;
  @ApiProperty({ type: String, nullable: true }) requestId: string | null;
}

/**
 * @param change loaded with its texts and its account
 * @param accountNames of the accounts that were changed, by id
 */
export const stateChangeView = (
  change: StateChange,
  accountNames: ReadonlyMap<string, string>,
): StateChangeView => ({
  id: change.id,
  recordedAt: change.recordedAt,
  subject: change.subject,
  name: change.subject === 'account' ? (accountNames.get(change.name) ?? change.name) : change.name,
  field: change.field,
  before: words(change.before),
  after: words(change.after),
  by: change.by?.name ?? null,
  requestId: change.requestId,
});
