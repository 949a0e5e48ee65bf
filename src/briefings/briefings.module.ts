import { Module } from '@nestjs/common';
import { BriefingStore } from './briefing-store.js';
import { BriefingsService } from './briefings.service.js';

@Module({
  providers: [BriefingsService, BriefingStore],
  exports: [BriefingsService, BriefingStore],
})
export class BriefingsModule {}
