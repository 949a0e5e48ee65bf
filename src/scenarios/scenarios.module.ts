import { Module } from '@nestjs/common';
import { ScenariosController } from './scenarios.controller.js';
import { ScenariosService } from './scenarios.service.js';
import { TestabilitiesService } from './testabilities.service.js';

@Module({
  controllers: [ScenariosController],
  providers: [ScenariosService, TestabilitiesService],
  exports: [ScenariosService],
})
export class ScenariosModule {}
