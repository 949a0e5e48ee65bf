import { Module } from '@nestjs/common';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { ForecastersModule } from '../forecasters/forecasters.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { BriefingLogging } from './briefing-logging.service.js';
import { BriefingsController } from './briefings.controller.js';
import { EditionLogging } from './edition-logging.service.js';
import { EditionRecognition } from './edition-recognition.service.js';
import { HandoversController } from './handovers.controller.js';
import { HandoversService } from './handovers.service.js';
import { LoggingService } from './logging.service.js';
import { StandingsController } from './standings.controller.js';
import { StandingsService } from './standings.service.js';

@Module({
  imports: [TopicsModule, ForecastersModule, BriefingsModule, ScenariosModule],
  controllers: [BriefingsController, HandoversController, StandingsController],
  providers: [
    LoggingService,
    EditionRecognition,
    EditionLogging,
    BriefingLogging,
    HandoversService,
    StandingsService,
  ],
  exports: [LoggingService, BriefingLogging],
})
export class ForecastsModule {}
