import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/permissions.js';
import { LintStatement, LintView } from './lint.dto.js';
import { LintService } from './lint.service.js';

@ApiTags('scenarios')
@Controller('statements')
export class StatementsController {
  constructor(private readonly service: LintService) {}

  @Post('lint')
  @HttpCode(200)
  @Allow('analyst')
  @ApiOperation({
    summary: 'Mark what makes a statement hard to judge, and propose five edge cases',
    description: 'Nothing is recorded and nothing refused: a marked statement may be logged as it is.',
  })
  @ApiOkResponse({ type: LintView })
  lint(@Body() body: LintStatement): Promise<LintView> {
    return this.service.lint(body);
  }
}
