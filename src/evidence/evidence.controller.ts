import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TakesVersion } from '../http/if-match.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import { AddEvidence, EvidenceView } from './evidence.dto.js';
import { EvidenceService } from './evidence.service.js';

@ApiTags('scenarios')
@Controller('scenarios')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Post(':id/evidence')
  @TakesVersion('scenario')
  @Allow('analyst')
  @ApiOperation({
    summary: 'Link an event to a scenario',
    description:
      'One that settles it must be later than the scenario. Past the deadline it says how late it came.',
  })
  @ApiCreatedResponse({ type: EvidenceView })
  add(@Param('id') id: string, @Body() body: AddEvidence, @Viewer() viewer: Viewer): Promise<EvidenceView> {
    return this.evidence.add(id, body, viewer);
  }
}
