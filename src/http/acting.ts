import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RequestWithViewer } from './viewer.js';

/** On whose behalf something is changed, and in which request. */
export interface Acting {
  /** null for somebody who is not logged in, and at the command line */
  accountId: string | null;
  requestId: string | null;
}

/** What is done at the command line is done in no request. */
export const AT_THE_COMMAND_LINE: Acting = Object.freeze({ accountId: null, requestId: null });

/** As a parameter of a route: `@ActingAs() acting: Acting`. */
export const ActingAs = createParamDecorator((_: unknown, context: ExecutionContext): Acting => {
  const request = context.switchToHttp().getRequest<RequestWithViewer>();
  return { accountId: request.viewer?.accountId ?? null, requestId: request.id };
});
