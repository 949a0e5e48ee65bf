import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';

@Module({
  imports: [EventsModule, ScenariosModule],
  controllers: [EvidenceController],
  providers: [EvidenceService],
  exports: [EvidenceService],
})
export class EvidenceModule {}
