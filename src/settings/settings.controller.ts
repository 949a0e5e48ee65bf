import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/permissions.js';
import { ChangeHouse, HouseView } from './house.dto.js';
import { SettingsService } from './settings.service.js';

@ApiTags('administration')
@Controller('settings')
@Allow('administrator')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @ApiOperation({ summary: 'What the house says of itself' })
  @ApiOkResponse({ type: HouseView })
  show(): Promise<HouseView> {
    return this.settings.house();
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Change what the house says of itself; what is missing stays' })
  @ApiOkResponse({ type: HouseView })
  change(@Body() body: ChangeHouse): Promise<HouseView> {
    return this.settings.changeHouse(body);
  }
}
