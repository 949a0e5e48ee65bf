import { Module } from '@nestjs/common';
import { ScenarioLinksService } from './scenario-links.service.js';
import { ScenariosController } from './scenarios.controller.js';
import { ScenariosService } from './scenarios.service.js';

@Module({
  controllers: [ScenariosController],
  providers: [ScenariosService, ScenarioLinksService],
  exports: [ScenariosService, ScenarioLinksService],
})
export class ScenariosModule {}
