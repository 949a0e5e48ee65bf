import { Module } from '@nestjs/common';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';
import { StatusController } from './status.controller.js';
import { StatusService } from './status.service.js';

@Module({
  controllers: [SettingsController, StatusController],
  providers: [SettingsService, StatusService],
  exports: [SettingsService, StatusService],
})
export class SettingsModule {}
