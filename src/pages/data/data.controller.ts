import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Clock } from '../../clock.js';
import { isAmong, sendUnchanged } from '../../http/entity-tag.js';
import { Costly } from '../../http/costly.js';
import { Allow } from '../../http/permissions.js';
import { sightOf } from '../../http/sight.js';
import { ANYONE } from '../../http/viewer.js';
import { selectionOf } from '../../track-records/filters.js';
import { CalibrationQuery } from '../../track-records/report.query.js';
import { TrackRecords } from '../../track-records/track-records.service.js';
import { csvHeader, csvRows } from './csv.js';
import { RecordDataQuery } from './data.query.js';
import { RecordData } from './record-data.service.js';
import { BIN_COLUMNS, binRows, GROUP_COLUMNS, groupRows } from './report-rows.js';

const CSV = 'text/csv; charset=utf-8; header=present';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The data of a page, under the page's address with another ending and the same filters. */
@ApiExcludeController()
@Controller()
@Costly()
@Allow('reader')
export class DataController {
  constructor(
    private readonly clock: Clock,
    private readonly data: RecordData,
    private readonly trackRecords: TrackRecords,
  ) {}

  @Get('record.csv')
  async recordCsv(@Query() query: RecordDataQuery, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.data.csv(query);
    headers(reply, CSV, this.data.selection(query), fileName('record', query, 'csv'));
    void reply.send(Readable.from(rows, { objectMode: false }));
  }

  @Get('record.json')
  async recordJson(@Query() query: RecordDataQuery, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.data.json(query);
    headers(reply, JSON_TYPE, this.data.selection(query), fileName('record', query, 'json'));
    void reply.send(Readable.from(rows, { objectMode: false }));
  }

  @Get('calibration.csv')
  async calibrationCsv(
    @Query() query: CalibrationQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.calibration(query, known, reply, 'csv');
    if (found === null) return;
    const text =
      'groups' in found
        ? csvHeader(GROUP_COLUMNS) + csvRows(GROUP_COLUMNS, groupRows(found.groups))
        : csvHeader(BIN_COLUMNS) + csvRows(BIN_COLUMNS, binRows(found));
    void reply.send(text);
  }

  @Get('calibration.json')
  async calibrationJson(
    @Query() query: CalibrationQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.calibration(query, known, reply, 'json');
    if (found !== null) void reply.send(JSON.stringify(found));
  }

  /** Null where the caller has it already. */
  private async calibration(
    query: CalibrationQuery,
    known: string | undefined,
    reply: FastifyReply,
    ending: 'csv' | 'json',
  ) {
    const sight = sightOf(ANYONE, this.clock);
    const tag = await this.trackRecords.tag(query, sight);
    const { groupBy, ...filters } = query;
    const selection = { ...selectionOf(filters), ...(groupBy && { groupBy }) };
    const name = fileName(groupBy ? `calibration-by-${groupBy}` : 'calibration', filters, ending);
    headers(reply, ending === 'csv' ? CSV : JSON_TYPE, selection, name);
    void reply.header('etag', tag);
    if (isAmong(tag, known)) {
      sendUnchanged(reply);
      return null;
    }
    return this.trackRecords.calibration(query, sight);
  }
}

/**
 * The selection goes into a header of the answer, as JSON in ASCII: in the file it would be a line that no reader of CSV
 * expects.
 */
function headers(reply: FastifyReply, type: string, selection: object, file: string): void {
  const ascii = JSON.stringify(selection).replace(
    /[^\x20-\x7E]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  void reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${file}"`)
    .header('cache-control', 'no-cache')
    .header('x-selection', ascii);
}

/** @example fileName('record', { topic: 'harbour-strike', kind: 'risk' }, 'csv') // => 'hindcast-record-harbour-strike-risk.csv' */
export function fileName(what: string, query: object, ending: string): string {
  const { topic, kind, term, forecaster, state, from, to, records, vantage } = query as Partial<
    Record<string, string>
  >;
  const said = [topic, kind, term && `${term}-term`, forecaster, state, from && `from-${from}`];
  const parts = ['hindcast', what, ...said, to && `to-${to}`, vantage, records];
  const name = parts
    .filter(Boolean)
    .join('-')
    .replace(/[^A-Za-z0-9-]+/g, '-');
  return `${name.slice(0, 120)}.${ending}`;
}
