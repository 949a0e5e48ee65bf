import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Rate } from '../config.js';
import { Database } from '../database/write-gate.js';

/** More than these are not remembered in memory: the longest untouched is forgotten. */
const MOST = 10_000;

/** Counts in the memory of this process, and bounded: each address that is heard of takes a place. */
export class CountsInMemory extends RateLimiterMemory {
  private readonly touched = new Set<string | number>();

  constructor(
    { points, seconds }: Rate,
    private readonly most = MOST,
  ) {
    super({ points, duration: seconds });
  }

  override consume(...args: Parameters<RateLimiterMemory['consume']>): Promise<RateLimiterRes> {
    this.touch(args[0]);
    return super.consume(...args);
  }

  override penalty(...args: Parameters<RateLimiterMemory['penalty']>): Promise<RateLimiterRes> {
    this.touch(args[0]);
    return super.penalty(...args);
  }

  override set(...args: Parameters<RateLimiterMemory['set']>): Promise<RateLimiterRes> {
    this.touch(args[0]);
    return super.set(...args);
  }

  override delete(key: string | number): Promise<boolean> {
    this.touched.delete(key);
    return super.delete(key);
  }

  private touch(key: string | number): void {
    this.touched.delete(key);
    this.touched.add(key);
    const [oldest] = this.touched;
    if (this.touched.size > this.most && oldest !== undefined) void this.delete(oldest);
  }
}

/**
 * Makes counts that all processes on one database share: in a table of PostgreSQL, and in memory while that cannot be
 * reached. SQLite serves one process, which counts in memory.
 */
@Injectable()
export class RateStore {
  private isCleared = false;

  constructor(private readonly database: Database) {}

  /**
   * @param name keeps these counts apart from others
   * @param options whoever is over the limit is remembered here, and not asked about again until the window ends
   */
  counts(name: string, rate: Rate, options: { refusesHere?: boolean } = {}): RateLimiterAbstract {
    const inMemory = new CountsInMemory(rate);
    const { pool } = this.database;
    if (!pool) return inMemory;
    const clearExpiredByTimeout = !this.isCleared; // one of them clears the table for all
    this.isCleared = true;
    return new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_count',
      tableCreated: true,
      clearExpiredByTimeout,
      points: rate.points,
      duration: rate.seconds,
      keyPrefix: name,
      insuranceLimiter: inMemory,
      inMemoryBlockOnConsumed: options.refusesHere ? rate.points : 0,
    });
  }
}

/** What is counted under: neither a name nor an address can be read in it, and it has one length. */
export const keyOf = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
