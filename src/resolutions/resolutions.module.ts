import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { BulkService } from './bulk.service.js';
import { QueueService } from './queue.service.js';
import { ResolutionsController } from './resolutions.controller.js';
import { ResolutionsService } from './resolutions.service.js';

@Module({
  imports: [EvidenceModule, ScenariosModule],
  controllers: [ResolutionsController],
  providers: [ResolutionsService, QueueService, BulkService],
  exports: [ResolutionsService, QueueService],
})
export class ResolutionsModule {}
