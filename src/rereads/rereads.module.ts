import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { AgreementService } from './agreement.service.js';
import { DrawsService } from './draws.service.js';
import { RereadsController } from './rereads.controller.js';
import { RereadsService } from './rereads.service.js';

@Module({
  imports: [EvidenceModule, ResolutionsModule, ScenariosModule, TopicsModule],
  controllers: [RereadsController],
  providers: [AgreementService, DrawsService, RereadsService],
  exports: [AgreementService, DrawsService, RereadsService],
})
export class RereadsModule {}
