import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Sight } from '../database/visibility.js';
import { CreateForecast, CreateScenario, CreateWithdrawal, ForecastView } from '../forecasts/forecast.dto.js';
import { LoggingService } from '../forecasts/logging.service.js';
import { Costly } from '../http/costly.js';
import { Once } from '../http/idempotency.js';
import { tagWithVersion, TakesVersion } from '../http/if-match.js';
import { Allow } from '../http/permissions.js';
import { AsSeen } from '../http/sight.js';
import { Viewer } from '../http/viewer.js';
import { CreateLink, CreateLinkEnding, LinkEndingView, LoggedLink } from '../scenarios/scenario-link.dto.js';
import { ScenarioLinksService } from '../scenarios/scenario-links.service.js';
import { CreateResolution } from '../resolutions/resolution.dto.js';
import { ResolutionEffect } from './effect.dto.js';
import { EffectsService } from './effects.service.js';
import { HistoryView } from './history.dto.js';
import { HistoryService } from './history.service.js';
import {
  BlindRecord,
  LoggedForecast,
  RecordQuery,
  ScenarioRecord,
  ShownForecasts,
} from './scenario-record.dto.js';
import { ScenarioRecords } from './scenario-records.service.js';
import { ShowingsService } from './showings.service.js';

@ApiTags('scenarios')
@ApiExtraModels(ScenarioRecord, BlindRecord)
@Controller('scenarios')
export class ScenarioRecordsController {
  constructor(
    private readonly records: ScenarioRecords,
    private readonly logging: LoggingService,
    private readonly showings: ShowingsService,
    private readonly links: ScenarioLinksService,
    private readonly effects: EffectsService,
    private readonly histories: HistoryService,
  ) {}

  @Get(':id')
  @Allow('reader')
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ summary: 'A scenario with all that is on record of it; its version is its ETag' })
  @ApiOkResponse({
    schema: { oneOf: [{ $ref: getSchemaPath(ScenarioRecord) }, { $ref: getSchemaPath(BlindRecord) }] },
  })
  async show(
    @Param('id') id: string,
    @Query() { blind }: RecordQuery,
    @AsSeen() sight: Sight,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScenarioRecord | BlindRecord> {
    const record = await (blind === 'true' ? this.records.blind(id, sight) : this.records.show(id, sight));
    tagWithVersion(reply, record.version);
    return record;
  }

  @Get(':id/history')
  @Allow('analyst')
  @ApiOperation({ summary: 'Every row on record of a scenario: who, what, when; the oldest first' })
  @ApiOkResponse({ type: HistoryView })
  history(
    @Param('id') id: string,
    @Query() { blind }: RecordQuery,
    @AsSeen() sight: Sight,
  ): Promise<HistoryView> {
    return this.histories.show(id, sight, blind === 'true');
  }

  @Post(':id/resolutions/preview')
  @Costly()
  @Once('nothing')
  @TakesVersion('scenario')
  @Allow('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a correction would do to the scores; nothing is recorded',
    description: 'Only of what is resolved: a first judgement is made blind.',
  })
  @ApiOkResponse({ type: ResolutionEffect })
  preview(
    @Param('id') id: string,
    @Body() body: CreateResolution,
    @Viewer() viewer: Viewer,
    @AsSeen() sight: Sight,
  ): Promise<ResolutionEffect> {
    return this.effects.preview(id, body, viewer, sight);
  }

  @Post()
  @Allow('analyst')
  @ApiOperation({ summary: 'Log a scenario with its first forecast' })
  @ApiCreatedResponse({ type: ScenarioRecord })
  async create(
    @Body() body: CreateScenario,
    @Viewer() viewer: Viewer,
    @AsSeen() sight: Sight,
  ): Promise<ScenarioRecord> {
    return this.records.show(await this.logging.scenario(body, viewer), sight);
  }

  @Post(':id/forecasts')
  @TakesVersion('scenario')
  @Allow('analyst')
  @ApiOperation({ summary: 'Log a forecast; a revision, where its forecaster has one' })
  @ApiCreatedResponse({ type: LoggedForecast })
  async forecast(
    @Param('id') id: string,
    @Body() body: CreateForecast,
    @Viewer() viewer: Viewer,
    @AsSeen() sight: Sight,
  ): Promise<LoggedForecast> {
    const forecastId = await this.logging.forecast(id, body, viewer);
    const { forecasts, links } = await this.records.show(id, sight);
    const forecast = forecasts.find((one) => one.id === forecastId)!;
    const warnings = links.flatMap(({ incoherence }) => incoherence?.warnings ?? []);
    const own = warnings.filter((one) => one.forecaster?.slug === forecast.forecaster.slug);
    return { ...forecast, warnings: own };
  }

  @Post(':id/withdrawals')
  @TakesVersion('scenario')
  @Allow('analyst')
  @ApiOperation({ summary: 'Withdraw the standing forecast of a forecaster' })
  @ApiCreatedResponse({ type: ForecastView, description: 'the forecast that was withdrawn' })
  async withdraw(
    @Param('id') id: string,
    @Body() body: CreateWithdrawal,
    @Viewer() viewer: Viewer,
    @AsSeen() sight: Sight,
  ): Promise<ForecastView> {
    const forecastId = await this.logging.withdraw(id, body, viewer);
    return (await this.records.show(id, sight)).forecasts.find((one) => one.id === forecastId)!;
  }

  @Post(':id/shown')
  @Allow('editor')
  @ApiOperation({
    summary: 'Ask to be shown the forecasts of a scenario before judging it',
    description: 'That they were shown goes on record, and the resolution will say so.',
  })
  @ApiCreatedResponse({ type: ShownForecasts })
  reveal(@Param('id') id: string, @Viewer() viewer: Viewer): Promise<ShownForecasts> {
    return this.showings.show(id, viewer);
  }

  @Post(':id/links')
  @TakesVersion('scenario')
  @Allow('analyst')
  @ApiOperation({
    summary: 'Say what a scenario has to do with another',
    description: 'What does not go together is told in `warnings`; it blocks nothing.',
  })
  @ApiCreatedResponse({ type: LoggedLink })
  async link(
    @Param('id') id: string,
    @Body() body: CreateLink,
    @Viewer() viewer: Viewer,
    @AsSeen() sight: Sight,
  ): Promise<LoggedLink> {
    const linkId = await this.links.create(id, body, viewer);
    const link = (await this.records.show(id, sight)).links.find((one) => one.id === linkId)!;
    return { ...link, warnings: link.incoherence?.warnings ?? [] };
  }

  @Post(':id/links/:linkId/endings')
  @TakesVersion('scenario')
  @Allow('analyst')
  @ApiOperation({ summary: 'Take a link back, from either of its scenarios' })
  @ApiCreatedResponse({ type: LinkEndingView })
  endLink(
    @Param('id') id: string,
    @Param('linkId') linkId: string,
    @Body() body: CreateLinkEnding,
    @Viewer() viewer: Viewer,
  ): Promise<LinkEndingView> {
    return this.links.end(id, linkId, body, viewer);
  }
}
