import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { NextLinkInterceptor } from './paging.js';
import { PermissionGuard } from './permission.guard.js';
import { RequestScopeInterceptor } from './request-scope.interceptor.js';
import { Readiness } from './readiness.js';
import { createValidationPipe } from './validation.js';

/** What applies to every route, and the routes about the process itself. Needs an `Authenticator` from elsewhere. */
@Module({
  controllers: [HealthController],
  providers: [
    Metrics,
    Readiness,
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_PIPE, useFactory: createValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: RequestScopeInterceptor },
    { provide: APP_INTERCEPTOR, useClass: NextLinkInterceptor },
  ],
  exports: [Metrics, Readiness],
})
export class HttpModule {}
