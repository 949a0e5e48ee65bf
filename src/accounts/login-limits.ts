import { Injectable } from '@nestjs/common';
import { isIPv6 } from 'node:net';
import { Clock } from '../clock.js';
import { Problem } from '../problems.js';
import { Recent } from './recent.js';

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
/** A day without a failure, and all is forgotten. */
const FORGET_MS = 24 * 3_600_000;
const MOST = 10_000;

interface Failures {
  count: number;
  at: number;
  until: number;
}

/**
 * How often a login may be tried, by account and by address. An address from which the account has logged in is counted
 * by itself, so that a stranger's guesses do not hold up those who belong here. All of it is in the memory of one
 * process, bounded, and forgotten when the process ends.
 */
@Injectable()
export class LoginLimits {
  private readonly failures = new Recent<Failures>(MOST);
  private readonly welcome = new Recent<true>(MOST);

  constructor(private readonly clock: Clock) {}

  /**
   * Counts an attempt as failed until it has succeeded, so that many at once are counted too.
   *
   * @throws {Problem} too_many_attempts, which is not counted
   */
  begin(name: string, address: string): void {
    const limits = this.limitsOf(name, address);
    const now = this.clock.now().getTime();
    const waits = limits.map(([key, backOff]) => this.waitOf(key, backOff, now));
    const waitMs = Math.max(...waits);
    if (waitMs > 0) throw tooMany(waitMs);
    for (const [key, backOff] of limits) this.count(key, backOff, now);
  }

  succeeded(name: string, address: string): void {
    const [[account], [origin]] = this.limitsOf(name, address);
    this.failures.delete(account);
    this.welcome.set(pair(name, address), true);
    const known = this.failures.get(origin);
    if (known) this.failures.set(origin, { ...known, count: known.count - 1, until: 0 });
  }

  private limitsOf(name: string, address: string): [[string, BackOff], [string, BackOff]] {
    const both = pair(name, address);
    const account = this.welcome.get(both) ? both : `account ${name.trim()}`;
    return [
      [account, OF_AN_ACCOUNT],
      [`address ${network(address)}`, OF_AN_ADDRESS],
    ];
  }

  /** Never longer than the longest, even where the clock was put back. */
  private waitOf(key: string, { longestMs }: BackOff, now: number): number {
    return Math.min(longestMs, (this.failures.get(key)?.until ?? 0) - now);
  }

  private count(key: string, backOff: BackOff, now: number): void {
    const known = this.failures.get(key);
    const count = 1 + (known && known.at > now - FORGET_MS ? known.count : 0);
    this.failures.set(key, { count, at: now, until: now + waitAfter(count, backOff) });
  }
}

/** @example waitAfter(6, { free: 5, longestMs: 60_000 }) // => 2000 */
export function waitAfter(failures: number, { free, longestMs }: BackOff): number {
  return failures < free ? 0 : Math.min(longestMs, FIRST_WAIT_MS * 2 ** (failures - free));
}

/** Whoever has one IPv6 address has the 2⁶⁴ around it. */
export function network(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const front = head.split(':').filter((group) => group !== '');
  const back = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? [] : Array<string>(8 - front.length - back.length).fill('0');
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`;
}

const pair = (name: string, address: string): string => `pair ${network(address)} ${name.trim()}`;

const tooMany = (waitMs: number): Problem => {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  const wait = retryAfterSeconds === 1 ? 'a second' : `${retryAfterSeconds} seconds`;
  return new Problem('too_many_attempts', `There were too many attempts to log in. Try again in ${wait}.`, {
    retryAfterSeconds,
  });
};
