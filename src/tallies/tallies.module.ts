import { Global, Module } from '@nestjs/common';
import { RecordChanges } from '../scenarios/record-changes.js';
import { TallyKeeper } from './tally-keeper.js';

/** Global for `RecordChanges`: the rooms before this one tell it of changes without knowing it. */
@Global()
@Module({
  providers: [TallyKeeper, { provide: RecordChanges, useExisting: TallyKeeper }],
  exports: [TallyKeeper, RecordChanges],
})
export class TalliesModule {}
