import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Sight } from '../database/visibility.js';
import { Costly } from '../http/costly.js';
import { TakesVersion } from '../http/if-match.js';
import { type Page, PageOf } from '../http/paging.js';
import { Allow } from '../http/permissions.js';
import { AsSeen } from '../http/sight.js';
import { Viewer } from '../http/viewer.js';
import { AddCriteria, CriteriaView, ScenarioListItem } from './scenario.dto.js';
import { ScenariosQuery } from './scenarios.query.js';
import { ScenariosService } from './scenarios.service.js';
import { TestabilitiesService } from './testabilities.service.js';
import { ConfirmTestability, TestabilityView } from './testability.dto.js';

@ApiTags('scenarios')
@Controller('scenarios')
export class ScenariosController {
  constructor(
    private readonly scenarios: ScenariosService,
    private readonly testabilities: TestabilitiesService,
  ) {}

  @Get()
  @Costly({ withQuery: 'q' })
  @Allow('reader')
  @ApiOperation({ summary: 'Scenarios in every public state, the latest first' })
  @ApiOkResponse({ type: PageOf(ScenarioListItem) })
  list(@AsSeen() sight: Sight, @Query() query: ScenariosQuery): Promise<Page<ScenarioListItem>> {
    return this.scenarios.list(sight, query);
  }

  @Post(':id/criteria')
  @TakesVersion('scenario')
  @Allow('analyst')
  @ApiOperation({
    summary: 'Add a version of the criteria, of the statement or of its premise; answers with all versions',
    description:
      '`changed` ends the forecasts made before: an editor may, or who may log for all whose forecasts it ends; never ' +
      'after the deadline, once an event of its time is linked to the statement, or once it was judged.',
  })
  @ApiCreatedResponse({ type: [CriteriaView] })
  addCriteria(
    @Param('id') id: string,
    @Body() body: AddCriteria,
    @Viewer() viewer: Viewer,
  ): Promise<CriteriaView[]> {
    return this.scenarios.addCriteria(id, body, viewer);
  }

  @Post(':id/testability')
  @TakesVersion('scenario')
  @Allow('editor')
  @ApiOperation({
    summary: 'Confirm how a scenario can be judged, or say otherwise',
    description: 'Its figures move with it.',
  })
  @ApiCreatedResponse({ type: TestabilityView })
  confirmTestability(
    @Param('id') id: string,
    @Body() body: ConfirmTestability,
    @Viewer() viewer: Viewer,
  ): Promise<TestabilityView> {
    return this.testabilities.confirm(id, body, viewer);
  }
}
