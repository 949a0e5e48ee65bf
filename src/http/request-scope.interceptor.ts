import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { finalize, type Observable } from 'rxjs';
import { Clock } from '../clock.js';
import { type RequestScope, runInRequest, type WriteConditions } from '../database/request-scope.js';
import { digestOfRequest, KeyedWork, keyOf, ONCE_KIND, type OnceKind } from './idempotency.js';
import { checkVersion, type HeldVersion, TAKES_VERSION, type VersionedThing, versionIn } from './if-match.js';
import { invalid } from './validation.js';
import type { RequestWithViewer } from './viewer.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Carries a request along to whatever writes for it: its id, its `Idempotency-Key` and its `If-Match`. */
@Injectable()
export class RequestScopeInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RequestWithViewer>();
    const scope: RequestScope = {
      requestId: request.id,
      accountId: request.viewer?.accountId ?? null,
      conditions: READING.has(request.method) ? null : this.conditions(context, request),
      held: null,
      over: false,
    };
    return runInRequest(scope, () => next.handle()).pipe(
      finalize(() => {
        scope.over = true;
      }),
    );
  }

  private conditions(context: ExecutionContext, request: RequestWithViewer): WriteConditions | null {
    const held = this.held(context, request);
    const keyed = this.keyed(context, request);
    if (held === null && keyed === null) return null;
    return {
      check: async (manager) => {
        if (held) await checkVersion(manager, held);
      },
      once: (work, transact) => (keyed ? keyed.once(work, transact) : transact(work)),
    };
  }

  /** @throws {Problem} validation_failed where nothing at this address has a version */
  private held(context: ExecutionContext, request: RequestWithViewer): HeldVersion | null {
    const version = versionIn(request);
    if (version === null) return null;
    const thing = this.marked<VersionedThing>(context, TAKES_VERSION);
    if (thing === undefined)
      throw invalid([
        { field: 'If-Match', message: 'is not taken here: this changes nothing that has a version' },
      ]);
    const params = request.params as Record<string, string>;
    return { thing, params, version, accountId: request.viewer?.accountId ?? null };
  }

  private keyed(context: ExecutionContext, request: RequestWithViewer): KeyedWork | null {
    const key = keyOf(request);
    const kind = this.marked<OnceKind>(context, ONCE_KIND) ?? 'once';
    const accountId = request.viewer?.accountId ?? null;
    if (key === null || accountId === null || request.method !== 'POST') return null;
    if (kind === 'nothing' || kind === 'login') return null;
    const digest = digestOfRequest(request);
    return new KeyedWork({ accountId, key, digest, now: this.clock.now(), keepsResult: kind === 'once' });
  }

  private marked<T>(context: ExecutionContext, mark: string): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(mark, [context.getHandler(), context.getClass()]);
  }
}
