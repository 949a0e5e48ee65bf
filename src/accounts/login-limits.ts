import { Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { Metrics } from '../http/metrics.js';
import { network } from '../http/network.js';
import { keyOf, RateStore } from '../http/rate-store.js';
import { Problem } from '../problems.js';

/** So many failures cost nothing; each further one doubles the wait, up to the longest. */
export interface BackOff {
  free: number;
  longestMs: number;
}

/** An account is never shut for longer than this: whoever knows the password needs to be faster than the guesser once. */
export const OF_AN_ACCOUNT: BackOff = { free: 5, longestMs: 60_000 };
/** Many people may come from one address. */
export const OF_AN_ADDRESS: BackOff = { free: 20, longestMs: 15 * 60_000 };

const FIRST_WAIT_MS = 1000;
const DAY_SECONDS = 24 * 3600;
/** Longer than any session lasts, so that whoever works here every fortnight is known from where they work. */
const KNOWN_DAYS = 20;

/**
 * How often a login may be tried, by account and by address. An address from which the account has logged in is counted
 * by itself, so that a stranger's guesses do not hold up those who belong here. A day after the first failure of a series
 * all of it is forgotten. Processes on one PostgreSQL database count together.
 */
@Injectable()
export class LoginLimits {
  private readonly failures: RateLimiterAbstract;
  /** One turn in each wait: whoever takes it begins the next wait. */
  private readonly turns: RateLimiterAbstract;
  private readonly known: RateLimiterAbstract;

  constructor(
    store: RateStore,
    private readonly metrics: Metrics,
  ) {
    this.failures = store.counts('login-failures', { points: OF_AN_ADDRESS.free, seconds: DAY_SECONDS });
    this.turns = store.counts('login-turns', { points: 1, seconds: 1 });
    this.known = store.counts('login-known', { points: 1, seconds: KNOWN_DAYS * DAY_SECONDS });
  }

  /**
   * Counts an attempt as failed until it has succeeded, so that many at once are counted too.
   *
   * @throws {Problem} too_many_attempts, which is not counted
   */
  async begin(name: string, address: string): Promise<void> {
    const limits = await this.limitsOf(name, address);
    const waits = await Promise.all(limits.map(({ key }) => this.waitOf(key)));
    this.refuseWhile(Math.max(...waits));
    for (const [place, { key, backOff }] of limits.entries()) {
      const { consumedPoints } = await this.failures.penalty(key);
      const waitMs = await this.takeTurn(key, waitAfter(consumedPoints, backOff));
      if (waitMs === 0) continue;
      // Somebody who asked at the same moment took the turn: this attempt is not made, and not counted.
      for (const one of limits.slice(0, place + 1)) await this.failures.reward(one.key);
      this.refuseWhile(waitMs);
    }
  }

  async succeeded(name: string, address: string): Promise<void> {
    const [account, origin] = await this.limitsOf(name, address);
    await this.known.set(pair(name, address), 1, KNOWN_DAYS * DAY_SECONDS);
    await Promise.all([
      this.failures.delete(account.key),
      this.turns.delete(account.key),
      this.failures.reward(origin.key),
      this.turns.delete(origin.key),
    ]);
  }

  private async limitsOf(name: string, address: string): Promise<[Limit, Limit]> {
    const both = pair(name, address);
    const isKnown = ((await this.known.get(both))?.msBeforeNext ?? 0) > 0;
    return [
      { key: isKnown ? both : keyOf('account', name.trim()), backOff: OF_AN_ACCOUNT },
      { key: keyOf('address', network(address)), backOff: OF_AN_ADDRESS },
    ];
  }

  private async waitOf(key: string): Promise<number> {
    return Math.max(0, (await this.turns.get(key))?.msBeforeNext ?? 0);
  }

  /** @returns 0 where the turn was there, and is taken now; otherwise the time until the next */
  private async takeTurn(key: string, nextInMs: number): Promise<number> {
    if (nextInMs === 0) return 0;
    try {
      await this.turns.consume(key, 1, { customDuration: nextInMs / 1000 });
      return 0;
    } catch (error) {
      if (error instanceof RateLimiterRes) return Math.max(1, error.msBeforeNext);
      throw error;
    }
  }

  private refuseWhile(waitMs: number): void {
    if (waitMs <= 0) return;
    this.metrics.refused('login');
    throw tooMany(waitMs);
  }
}

interface Limit {
  key: string;
  backOff: BackOff;
}

/** @example waitAfter(6, { free: 5, longestMs: 60_000 }) // => 2000 */
export function waitAfter(failures: number, { free, longestMs }: BackOff): number {
  return failures < free ? 0 : Math.min(longestMs, FIRST_WAIT_MS * 2 ** (failures - free));
}

const pair = (name: string, address: string): string => keyOf('pair', network(address), name.trim());

const tooMany = (waitMs: number): Problem => {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  const wait = retryAfterSeconds === 1 ? 'a second' : `${retryAfterSeconds} seconds`;
  return new Problem('too_many_attempts', `There were too many attempts to log in. Try again in ${wait}.`, {
    retryAfterSeconds,
  });
};
