import { Module } from '@nestjs/common';
import { ForecastersModule } from '../forecasters/forecasters.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { TrackRecordsController } from './track-records.controller.js';
import { TrackRecords } from './track-records.service.js';

@Module({
  imports: [ForecastersModule, ScenariosModule, TopicsModule],
  controllers: [TrackRecordsController],
  providers: [TrackRecords],
  exports: [TrackRecords],
})
export class TrackRecordsModule {}
