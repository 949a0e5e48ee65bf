import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventView } from '../events/event.dto.js';
import { TakesVersion } from '../http/if-match.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import {
  CreateErratum,
  CreatePublication,
  CreateScenarioErratum,
  CreateStanding,
  ErratumRecord,
  PublicationRecord,
} from './erratum.dto.js';
import { ErrataService } from './errata.service.js';
import { StandingsService } from './standings.service.js';

@ApiTags('corrections')
@Controller()
@Allow('editor')
export class ErrataController {
  constructor(
    private readonly errata: ErrataService,
    private readonly standings: StandingsService,
  ) {}

  @Post('forecasts/:id/errata')
  @TakesVersion('forecast')
  @ApiOperation({ summary: 'Correct a slip in a forecast: probability, or statedAt of an archival one' })
  @ApiCreatedResponse({ type: ErratumRecord })
  forecast(
    @Param('id') id: string,
    @Body() body: CreateErratum,
    @Viewer() viewer: Viewer,
  ): Promise<ErratumRecord> {
    return this.errata.forecast(id, body, viewer);
  }

  @Post('events/:id/errata')
  @TakesVersion('event')
  @ApiOperation({ summary: 'Correct a slip in an event: occurredOn, headline, summary or attribution' })
  @ApiCreatedResponse({ type: ErratumRecord })
  event(
    @Param('id') id: string,
    @Body() body: CreateErratum,
    @Viewer() viewer: Viewer,
  ): Promise<ErratumRecord> {
    return this.errata.event(id, body, viewer);
  }

  @Post('scenarios/:id/errata')
  @ApiOperation({
    summary: 'Correct a slip in a scenario: topic, kind, term, statement, premise or criteriaChange',
    description:
      '`criteriaChange` with `criteriaVersion` and the value `clarified`: the version was no other question, and the ' +
      'forecasts that it ended count again.',
  })
  @TakesVersion('scenario')
  @ApiCreatedResponse({ type: ErratumRecord })
  scenario(
    @Param('id') id: string,
    @Body() body: CreateScenarioErratum,
    @Viewer() viewer: Viewer,
  ): Promise<ErratumRecord> {
    return this.errata.scenario(id, body, viewer);
  }

  @Post('briefings/:id/errata')
  @TakesVersion('briefing')
  @ApiOperation({ summary: 'Correct a slip in a briefing: headline, standfirst, takeaway or edition' })
  @ApiCreatedResponse({ type: ErratumRecord })
  briefing(
    @Param('id') id: string,
    @Body() body: CreateErratum,
    @Viewer() viewer: Viewer,
  ): Promise<ErratumRecord> {
    return this.errata.briefing(id, body, viewer);
  }

  @Post('events/:id/standings')
  @TakesVersion('event')
  @ApiOperation({
    summary: 'Confirm, dispute or retract an event',
    description: 'A retraction returns every scenario that rests on it to the queue.',
  })
  @ApiCreatedResponse({ type: EventView })
  standing(
    @Param('id') id: string,
    @Body() body: CreateStanding,
    @Viewer() viewer: Viewer,
  ): Promise<EventView> {
    return this.standings.setStanding(id, body, viewer);
  }

  @Post('events/:id/publications')
  @TakesVersion('event')
  @ApiOperation({ summary: 'Say from when an event is public' })
  @ApiCreatedResponse({ type: PublicationRecord })
  publishEvent(
    @Param('id') id: string,
    @Body() body: CreatePublication,
    @Viewer() viewer: Viewer,
  ): Promise<PublicationRecord> {
    return this.standings.publish('event', id, body.publicAt, viewer);
  }

  @Post('scenarios/:id/publications')
  @TakesVersion('scenario')
  @ApiOperation({ summary: 'Say from when a scenario is public' })
  @ApiCreatedResponse({ type: PublicationRecord })
  publishScenario(
    @Param('id') id: string,
    @Body() body: CreatePublication,
    @Viewer() viewer: Viewer,
  ): Promise<PublicationRecord> {
    return this.standings.publish('scenario', id, body.publicAt, viewer);
  }

  @Post('briefings/:id/publications')
  @TakesVersion('briefing')
  @ApiOperation({ summary: 'Say from when a briefing is public, and its scenarios with it' })
  @ApiCreatedResponse({ type: PublicationRecord })
  publishBriefing(
    @Param('id') id: string,
    @Body() body: CreatePublication,
    @Viewer() viewer: Viewer,
  ): Promise<PublicationRecord> {
    return this.standings.publish('briefing', id, body.publicAt, viewer);
  }
}
