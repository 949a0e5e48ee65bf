import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Why a client was sent away: it asked too often, or for too much at once. */
export type RefusedKind = 'anonymous' | 'token' | 'account' | 'login' | 'costly';

/**
 * What `/metrics` tells: the process, how long requests take by route template (never by address), and how many were
 * refused.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'hindcast_http_request_seconds',
    help: 'Duration of HTTP requests by method, route template and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });

  private readonly refusals = new Counter({
    name: 'hindcast_refused_total',
    help: 'Requests refused because a client asked too often, or too much was asked for at once, by kind of limit',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  refused(kind: RefusedKind): void {
    this.refusals.inc({ kind });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  onApplicationShutdown(): void {
    this.registry.clear();
  }
}
