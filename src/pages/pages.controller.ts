import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../http/permissions.js';
import { Problem } from '../problems.js';
import { readFrontQuery } from './front-query.js';
import { PageAnswers } from './page-answers.js';
import { PageSource } from './page-source.js';

/** The longest parameter in an address that the router takes (see http/fastify-setup.ts). */
const LONGEST_PART = 200;

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
    return this.pages.answer(reply, () => this.source.front(readFrontQuery(query)));
  }

  @Get('scenarios/:page')
  prediction(@Param('page') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.answer(reply, () => this.source.prediction(id));
  }

  @Get('method')
  method(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.answer(reply, async () => ({ page: 'method', site: await this.source.site() }));
  }

  /** Whatever no other route answers: a page for people, a problem for programs. */
  @Get('*')
  elsewhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const nothing = new Problem('not_found', 'There is nothing at this address.');
    if (!wantsPage(request)) throw tooLong(request) ?? nothing;
    return this.pages.answer(reply, () => Promise.reject(nothing));
  }
}

function wantsPage({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

/** The router also passes on what is too long for the parameter of another route. */
function tooLong({ url }: FastifyRequest): Problem | null {
  const [path = ''] = url.split('?');
  return path.split('/').some((part) => part.length > LONGEST_PART)
    ? new Problem('malformed_request', 'The address could not be read: a part of it is too long.')
    : null;
}
