import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { StatusView } from './status.dto.js';
import { StatusService } from './status.service.js';

@ApiTags('administration')
@Controller('status')
@Allow('administrator')
export class StatusController {
  constructor(private readonly status: StatusService) {}

  @Get()
  @Costly()
  @ApiOperation({ summary: 'How this installation is doing' })
  @ApiOkResponse({ type: StatusView })
  show(): Promise<StatusView> {
    return this.status.show();
  }
}
