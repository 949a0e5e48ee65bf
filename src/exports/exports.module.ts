import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { ArguableFiles } from './arguable-file.service.js';
import { MyExportsController } from './mine.controller.js';
import { MyExports } from './mine.service.js';
import { PublicRecords } from './public-records.service.js';

/** The record as it leaves the house. */
@Module({
  imports: [EvidenceModule, SettingsModule, TopicsModule],
  controllers: [MyExportsController],
  providers: [PublicRecords, ArguableFiles, MyExports],
  exports: [ArguableFiles],
})
export class ExportsModule {}
