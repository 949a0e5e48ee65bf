import { Module } from '@nestjs/common';
import { TopicsModule } from '../topics/topics.module.js';
import { LintService } from './lint.service.js';
import { QuickService } from './quick.service.js';
import { ScenarioLinksService } from './scenario-links.service.js';
import { ScenariosController } from './scenarios.controller.js';
import { ScenariosService } from './scenarios.service.js';
import { StatementsController } from './statements.controller.js';
import { TestabilitiesService } from './testabilities.service.js';

@Module({
  imports: [TopicsModule],
  controllers: [ScenariosController, StatementsController],
  providers: [ScenariosService, ScenarioLinksService, TestabilitiesService, LintService, QuickService],
  exports: [ScenariosService, ScenarioLinksService],
})
export class ScenariosModule {}
