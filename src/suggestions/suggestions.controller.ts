import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Costly } from '../http/costly.js';
import { TakesVersion } from '../http/if-match.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import { CreateDismissal, DismissalView, SuggestedEvent, SuggestedScenario } from './suggestion.dto.js';
import { SuggestionsService } from './suggestions.service.js';

@ApiTags('judging')
@Controller()
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Get('scenarios/:id/suggested-events')
  @Costly()
  @Allow('analyst')
  @ApiOperation({
    summary: 'The events that may bear on a scenario, the likeliest first, each with reasons',
    description: 'At most ten. Events that are linked to it, dismissed for it or retracted are left out.',
  })
  @ApiOkResponse({ type: [SuggestedEvent] })
  events(@Param('id') id: string): Promise<SuggestedEvent[]> {
    return this.suggestions.forScenario(id);
  }

  @Get('events/:id/suggested-scenarios')
  @Costly()
  @Allow('analyst')
  @ApiOperation({
    summary: 'The open scenarios that an event may touch, the likeliest first, each with reasons',
  })
  @ApiOkResponse({ type: [SuggestedScenario] })
  scenarios(@Param('id') id: string): Promise<SuggestedScenario[]> {
    return this.suggestions.forEvent(id);
  }

  @Post('scenarios/:id/suggested-events/:eventId/dismissals')
  @TakesVersion('scenario')
  @Allow('editor')
  @ApiOperation({ summary: 'Say that an event does not bear on a scenario: it stays dismissed' })
  @ApiCreatedResponse({ type: DismissalView })
  dismiss(
    @Param('id') id: string,
    @Param('eventId') eventId: string,
    @Body() body: CreateDismissal,
    @Viewer() viewer: Viewer,
  ): Promise<DismissalView> {
    return this.suggestions.dismiss(id, eventId, body, viewer);
  }
}
