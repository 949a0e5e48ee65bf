import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { BulkService } from './bulk.service.js';
import { JudgingService } from './judging.service.js';
import { SuggestionsModule } from '../suggestions/suggestions.module.js';
import { QueueService } from './queue.service.js';
import { ResolutionsController } from './resolutions.controller.js';
import { ResolutionsService } from './resolutions.service.js';

@Module({
  imports: [EvidenceModule, ScenariosModule, SuggestionsModule],
  controllers: [ResolutionsController],
  providers: [ResolutionsService, QueueService, BulkService, JudgingService],
  exports: [ResolutionsService, QueueService, JudgingService],
})
export class ResolutionsModule {}
