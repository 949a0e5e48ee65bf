import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageData } from '../../client/src/page-data.js';
import { Allow } from '../http/permissions.js';
import { Problem } from '../problems.js';
import { PageAnswers } from './page-answers.js';
import { type AskedFor, PageSource } from './page-source.js';
import { readRecordQuery } from './record-query.js';
import { tooLong, wantsPage } from './wants-page.js';

/** The public pages, as complete HTML. */
@ApiExcludeController()
@Controller()
@Allow('reader')
export class PagesController {
  constructor(
    private readonly source: PageSource,
    private readonly pages: PageAnswers,
  ) {}

  @Get()
  front(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    return this.answerTo(query, reply, (asked) => this.source.front(asked));
  }

  @Get('record')
  record(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    return this.answerTo(query, reply, (asked) => this.source.record(asked));
  }

  @Get('calibration')
  calibration(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    return this.answerTo(query, reply, (asked) => this.source.calibration(asked));
  }

  @Get('scenarios/:page')
  prediction(@Param('page') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.answer(reply, () => this.source.prediction(id));
  }

  @Get('method')
  method(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.answer(reply, () => this.source.method());
  }

  /** Whatever no other route answers: a page for people, a problem for programs. */
  @Get('*')
  elsewhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const nothing = new Problem('not_found', 'There is nothing at this address.');
    if (!wantsPage(request)) throw tooLong(request) ?? nothing;
    return this.pages.answer(reply, () => Promise.reject(nothing));
  }

  /** A cursor that the list has not given is left out and told, like a filter that makes no sense. */
  private answerTo(
    raw: Record<string, unknown>,
    reply: FastifyReply,
    load: (asked: AskedFor) => Promise<PageData>,
  ): Promise<void> {
    const { query, ignored } = readRecordQuery(raw);
    return this.pages.answer(reply, async () => {
      try {
        return await load({ query, ignored });
      } catch (error) {
        const { cursor, ...rest } = query;
        if (!(error instanceof Problem && error.code === 'validation_failed') || !cursor) throw error;
        const told = { name: 'cursor', value: cursor.slice(0, 60), why: 'is no place in this list' };
        return load({ query: rest, ignored: [...ignored, told] });
      }
    });
  }
}
