import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ForecastsModule } from '../forecasts/forecasts.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { TrackRecordsModule } from '../track-records/track-records.module.js';
import { EffectsService } from './effects.service.js';
import { HistoryService } from './history.service.js';
import { ScenarioRecordsController } from './scenario-records.controller.js';
import { ScenarioRecords } from './scenario-records.service.js';
import { ShowingsService } from './showings.service.js';

@Module({
  imports: [
    EvidenceModule,
    ForecastsModule,
    ResolutionsModule,
    ScenariosModule,
    TopicsModule,
    TrackRecordsModule,
  ],
  controllers: [ScenarioRecordsController],
  providers: [ScenarioRecords, ShowingsService, EffectsService, HistoryService],
  exports: [ScenarioRecords],
})
export class ScenarioRecordsModule {}
