import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Costly } from '../http/costly.js';
import { Once } from '../http/idempotency.js';
import { Allow } from '../http/permissions.js';
import { LintStatement, LintView } from './lint.dto.js';
import { LintService } from './lint.service.js';
import { FindSimilar, QuickLineView, ReadQuickLine, SimilarScenarios } from './quick.dto.js';
import { QuickService } from './quick.service.js';

@ApiTags('scenarios')
@Controller('statements')
@Costly()
@Once('nothing')
export class StatementsController {
  constructor(
    private readonly service: LintService,
    private readonly drafts: QuickService,
  ) {}

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

  @Post('quick')
  @HttpCode(200)
  @Allow('analyst')
  @ApiOperation({
    summary: 'Read a forecast from one line, with its marks and edge cases',
    description:
      'Nothing is recorded. `0.65` where a percentage is meant, and a topic that could be several, are asked about, never guessed.',
  })
  @ApiOkResponse({ type: QuickLineView })
  quick(@Body() body: ReadQuickLine): Promise<QuickLineView> {
    return this.drafts.read(body);
  }

  @Post('similar')
  @HttpCode(200)
  @Allow('analyst')
  @ApiOperation({ summary: 'Open scenarios of a topic that say something like it; nothing is recorded' })
  @ApiOkResponse({ type: SimilarScenarios })
  similar(@Body() body: FindSimilar): Promise<SimilarScenarios> {
    return this.drafts.similar(body);
  }
}
