import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Report } from '../calibration/index.js';
import type { Sight } from '../database/visibility.js';
import { isUnchanged } from '../http/entity-tag.js';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { AsSeen } from '../http/sight.js';
import { OverTime } from './over-time.dto.js';
import { ReportView } from './report.dto.js';
import { CalibrationQuery, FiltersQuery, TrackRecordQuery } from './report.query.js';
import { GroupedReports, TrackRecordPage } from './track-record.dto.js';
import { TrackRecords } from './track-records.service.js';

@ApiTags('track record')
@ApiExtraModels(ReportView, GroupedReports)
@Controller()
export class TrackRecordsController {
  constructor(private readonly trackRecords: TrackRecords) {}

  @Get('calibration')
  @Costly()
  @Allow('reader')
  @ApiOperation({ summary: 'How well the probabilities of a selection held up' })
  @ApiOkResponse({
    schema: { oneOf: [{ $ref: getSchemaPath(ReportView) }, { $ref: getSchemaPath(GroupedReports) }] },
  })
  @ApiNotModifiedResponse({ description: 'What the tag in If-None-Match stands for still holds' })
  async calibration(
    @Query() query: CalibrationQuery,
    @AsSeen() sight: Sight,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report | GroupedReports | undefined> {
    const tag = await this.trackRecords.tag(query, sight);
    if (isUnchanged(reply, tag, known)) return undefined;
    return this.trackRecords.calibration(query, sight);
  }

  @Get('calibration/over-time')
  @Costly()
  @Allow('reader')
  @ApiOperation({ summary: 'The Brier score of the last 50 resolved predictions, as it rolled along' })
  @ApiOkResponse({ type: OverTime })
  @ApiNotModifiedResponse({ description: 'What the tag in If-None-Match stands for still holds' })
  async overTime(
    @Query() query: FiltersQuery,
    @AsSeen() sight: Sight,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OverTime | undefined> {
    const tag = await this.trackRecords.tag(query, sight, 'over-time');
    return isUnchanged(reply, tag, known) ? undefined : this.trackRecords.overTime(query, sight);
  }

  @Get('track-record')
  @Costly()
  @Allow('reader')
  @ApiOperation({ summary: 'The resolved predictions of a selection, with their squared gaps' })
  @ApiOkResponse({ type: TrackRecordPage })
  @ApiNotModifiedResponse({ description: 'What the tag in If-None-Match stands for still holds' })
  async trackRecord(
    @Query() query: TrackRecordQuery,
    @AsSeen() sight: Sight,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrackRecordPage | undefined> {
    const { tag, page } = await this.trackRecords.list(query, sight);
    return isUnchanged(reply, tag, known) ? undefined : page();
  }
}
