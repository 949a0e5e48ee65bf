import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { tagWithVersion, TakesVersion } from '../http/if-match.js';
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
  async show(@Res({ passthrough: true }) reply: FastifyReply): Promise<HouseView> {
    const house = await this.settings.house();
    tagWithVersion(reply, house.version);
    return house;
  }

  @Post()
  @TakesVersion('settings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Change what the house says of itself; what is missing stays' })
  @ApiOkResponse({ type: HouseView })
  change(@Body() body: ChangeHouse): Promise<HouseView> {
    return this.settings.changeHouse(body);
  }
}
