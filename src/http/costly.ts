import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../config.js';
import { giveWay } from '../database/event-loop.js';
import { Problem } from '../problems.js';
import { Metrics } from './metrics.js';
import { network } from './network.js';
import { type Refused, Turns } from './turns.js';
import type { RequestWithViewer } from './viewer.js';

export const COSTLY = 'hindcast:costly';

/** Nobody waits longer for a turn: whoever asked has given up by then, or asks again. */
const WAIT_MS = 10_000;

/** `true`, or the key in the address that makes a request costly. */
export type When = true | { withQuery: string };

/** A route, or a controller of routes, that takes much work: a few run at once, and the others wait for their turn. */
export const Costly = (when: When = true): MethodDecorator & ClassDecorator => SetMetadata(COSTLY, when);

/** The turns of costly requests in this process. A client has a quarter of the places in the queue at most. */
@Injectable()
export class CostlyTurns {
  private readonly turns: Turns;

  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) { limits }: Pick<Config, 'limits'>,
  ) {
    this.turns = new Turns({
      atOnce: limits.costlyAtOnce,
      waiting: limits.costlyWaiting,
      share: Math.floor(limits.costlyWaiting / 4),
      waitMs: WAIT_MS,
      refuse: (why) => this.refusal(why),
    });
  }

  /** @throws {Problem} too_many_requests where this client waits for too much already; too_busy where all do */
  run<T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const run = async () => {
      await giveWay();
      return work();
    };
    return this.turns.run(run, clientOf(request));
  }

  private refusal(why: Refused): Problem {
    this.metrics.refused('costly');
    return why === 'share'
      ? new Problem('too_many_requests', 'You wait for too many answers at once. Try again in a second.', {
          retryAfterSeconds: 1,
        })
      : new Problem('too_busy', 'Too much is asked for at once. Try again in a few seconds.', {
          retryAfterSeconds: 5,
        });
  }
}

/** Whose turn it is: an account, with whatever token; or an address. */
const clientOf = (request: RequestWithViewer): string => request.viewer?.accountId ?? network(request.ip);

@Injectable()
export class CostlyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly turns: CostlyTurns,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const places = [context.getHandler(), context.getClass()];
    const when = this.reflector.getAllAndOverride<When | undefined>(COSTLY, places);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const query = request.query as Record<string, unknown>;
    if (!when || (when !== true && query[when.withQuery] === undefined)) return next.handle();
    return from(this.turns.run(request, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
