import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { In } from 'typeorm';
import { Database } from '../database/write-gate.js';
import { pageBy } from '../http/page-by.js';
import { type Page, PageOf, PageQuery } from '../http/paging.js';
import { Allow } from '../http/permissions.js';
import { OneOf, Text } from '../http/validation.js';
import { Account } from './account.entity.js';
import { StateChangeView, stateChangeView } from './state-change.dto.js';
import { CHANGE_SUBJECTS, type ChangeSubject, StateChange } from './state-change.entity.js';

class StateChangesQuery extends PageQuery {
  @OneOf(CHANGE_SUBJECTS, { optional: true }) subject?: ChangeSubject;
  @Text({ max: 64, optional: true, description: 'slug of a topic or forecaster, id of an account' })
  name?: string;
}

@ApiTags('administration')
@Controller('changes')
@Allow('administrator')
export class StateChangesController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({
    summary:
      'What changed of topics, forecasters, settings and accounts, and what it was before; latest first',
  })
  @ApiOkResponse({ type: PageOf(StateChangeView) })
  async list(@Query() query: StateChangesQuery): Promise<Page<StateChangeView>> {
    const rows = this.database.read
      .createQueryBuilder(StateChange, 'change')
      .leftJoinAndSelect('change.before', 'before')
      .leftJoinAndSelect('change.after', 'after')
      .leftJoinAndSelect('change.by', 'doer');
    if (query.subject !== undefined) rows.andWhere('change.subject = :subject', { subject: query.subject });
    if (query.name !== undefined) rows.andWhere('change.name = :name', { name: query.name });
    const found = await pageBy(rows, query, 'DESC', [
      ['change.recordedAt', (row: StateChange) => row.recordedAt],
      ['change.id', (row: StateChange) => row.id],
    ]);
    const ids = found.items.filter(({ subject }) => subject === 'account').map(({ name }) => name);
    const accounts = await this.database.read.findBy(Account, { id: In([...new Set(ids)]) });
    const names = new Map(accounts.map(({ id, name }) => [id, name]));
    return { ...found, items: found.items.map((row) => stateChangeView(row, names)) };
  }
}
