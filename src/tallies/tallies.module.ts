import { Global, Module } from '@nestjs/common';
import { RecordChanges } from '../scenarios/record-changes.js';
import { TallyAudit } from './tally-audit.js';
import { TallyKeeper } from './tally-keeper.js';

/** Global for `RecordChanges`: the rooms before this one tell it of changes without knowing it. */
@Global()
@Module({
  providers: [TallyKeeper, TallyAudit, { provide: RecordChanges, useExisting: TallyKeeper }],
  exports: [TallyKeeper, TallyAudit, RecordChanges],
})
export class TalliesModule {}
