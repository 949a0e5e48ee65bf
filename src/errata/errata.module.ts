import { Module } from '@nestjs/common';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { ErrataController } from './errata.controller.js';
import { ErrataService } from './errata.service.js';
import { Reconsideration } from './reconsideration.js';
import { StandingsService } from './standings.service.js';

@Module({
  imports: [BriefingsModule, EventsModule, EvidenceModule, ResolutionsModule, ScenariosModule, TopicsModule],
  controllers: [ErrataController],
  providers: [ErrataService, StandingsService, Reconsideration],
  exports: [ErrataService, StandingsService],
})
export class ErrataModule {}
