import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CostlyInterceptor, CostlyTurns } from './costly.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { NextLinkInterceptor } from './paging.js';
import { PermissionGuard } from './permission.guard.js';
import { RateStore } from './rate-store.js';
import { RequestScopeInterceptor } from './request-scope.interceptor.js';
import { Readiness } from './readiness.js';
import { RequestLimits } from './request-limits.js';
import { createValidationPipe } from './validation.js';

/** What applies to every route, and the routes about the process itself. Needs an `Authenticator` from elsewhere. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    Metrics,
    Readiness,
    RateStore,
    RequestLimits,
    CostlyTurns,
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_PIPE, useFactory: createValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: CostlyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: RequestScopeInterceptor },
    { provide: APP_INTERCEPTOR, useClass: NextLinkInterceptor },
  ],
  exports: [Metrics, Readiness, RateStore, CostlyTurns],
})
export class HttpModule {}
