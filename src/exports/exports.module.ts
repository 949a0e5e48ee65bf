import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { ArguableFiles } from './arguable-file.service.js';
import { PublicRecords } from './public-records.service.js';

/** The record as it leaves the house. */
@Module({
  imports: [EvidenceModule, SettingsModule, TopicsModule],
  providers: [PublicRecords, ArguableFiles],
  exports: [ArguableFiles],
})
export class ExportsModule {}
