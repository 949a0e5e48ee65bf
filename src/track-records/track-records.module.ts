import { Global, Module } from '@nestjs/common';
import { ForecastersModule } from '../forecasters/forecasters.module.js';
import { RecordChanges } from '../scenarios/record-changes.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { CountingProjector } from './counting-projector.js';
import { TrackRecordsController } from './track-records.controller.js';
import { TrackRecords } from './track-records.service.js';

/** Global for `RecordChanges`: the rooms before this one tell it of changes without knowing it. */
@Global()
@Module({
  imports: [ForecastersModule, ScenariosModule, TopicsModule],
  controllers: [TrackRecordsController],
  providers: [TrackRecords, { provide: RecordChanges, useClass: CountingProjector }],
  exports: [TrackRecords, RecordChanges],
})
export class TrackRecordsModule {}
