import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Sight } from '../database/visibility.js';
import { type Page, PageOf, PageQuery } from '../http/paging.js';
import { Allow } from '../http/permissions.js';
import { AsSeen } from '../http/sight.js';
import { ForecasterView } from './forecaster.dto.js';
import { ForecastersService } from './forecasters.service.js';

@ApiTags('forecasters')
@Controller('forecasters')
export class ForecastersController {
  constructor(private readonly forecasters: ForecastersService) {}

  @Get()
  @Allow('reader')
  @ApiOperation({ summary: 'Who forecasts: desks, models, and the persons whose record is public' })
  @ApiOkResponse({ type: PageOf(ForecasterView) })
  list(@AsSeen() sight: Sight, @Query() page: PageQuery): Promise<Page<ForecasterView>> {
    return this.forecasters.list(sight, page);
  }

  @Get(':slug')
  @Allow('reader')
  @ApiOperation({ summary: 'One forecaster' })
  @ApiOkResponse({ type: ForecasterView })
  show(@Param('slug') slug: string, @AsSeen() sight: Sight): Promise<ForecasterView> {
    return this.forecasters.show(slug, sight);
  }
}
