import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import { MyForecasts } from './mine.dto.js';
import { MyExports } from './mine.service.js';

const SUMMARY = 'All forecasts of the forecasters that one may log for, with outcome and score';

@ApiTags('track record')
@Controller('export')
@Costly()
@Allow('analyst')
export class MyExportsController {
  constructor(private readonly exports: MyExports) {}

  @Get('mine.csv')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: SUMMARY,
    description: 'A cell that would be a formula begins with an apostrophe.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  csv(@Viewer() viewer: Viewer): StreamableFile {
    return file(this.exports.csv(viewer), 'text/csv; charset=utf-8', 'my-forecasts.csv');
  }

  @Get('mine.json')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: SUMMARY })
  @ApiOkResponse({ type: MyForecasts })
  json(@Viewer() viewer: Viewer): StreamableFile {
    return file(this.exports.json(viewer), 'application/json; charset=utf-8', 'my-forecasts.json');
  }
}

const file = (texts: AsyncGenerator<string>, type: string, name: string): StreamableFile =>
  new StreamableFile(Readable.from(texts, { objectMode: false }), {
    ...{ type, disposition: `attachment; filename="${name}"` },
  });
