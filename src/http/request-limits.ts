import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config, type Rate } from '../config.js';
import { Problem } from '../problems.js';
import { Metrics } from './metrics.js';
import { network } from './network.js';
import { CountsInMemory, keyOf, RateStore } from './rate-store.js';

/** What a client counts as. */
export type Client =
  | { kind: 'anonymous'; address: string }
  | { kind: 'token'; token: string }
  | { kind: 'account'; accountId: string };

interface Limit {
  rate: Rate;
  counts: RateLimiterAbstract;
}

/** How often each client may ask: by address for those whom nobody knows, by token, and by account for a login. */
@Injectable()
export class RequestLimits {
  private readonly limits: Record<Client['kind'], Limit | null>;
  private readonly counted = new WeakSet<FastifyRequest>();

  constructor(
    store: RateStore,
    private readonly metrics: Metrics,
    @Inject(CONFIG) { limits }: Pick<Config, 'limits'>,
  ) {
    const shared = (name: string, rate: Rate | null): Limit | null =>
      rate && { rate, counts: store.counts(name, rate, { refusesHere: true }) };
    const { anonymous, token, account } = limits;
    this.limits = {
      anonymous: anonymous && { rate: anonymous, counts: new CountsInMemory(anonymous) },
      token: shared('token', token),
      account: shared('account', account),
    };
  }

  /**
   * Counts a request once, as what it is first found to be.
   *
   * @throws {Problem} too_many_requests
   */
  async count(request: FastifyRequest, reply: FastifyReply, client: Client): Promise<void> {
    if (this.counted.has(request) || isExempt(request)) return;
    this.counted.add(request);
    const limit = this.limits[client.kind];
    if (!limit) return;
    try {
      const left = await limit.counts.consume(keyOf(...nameOf(client)));
      if (client.kind !== 'anonymous') tell(reply, limit.rate, left);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      tell(reply, limit.rate, error);
      throw this.refusal(client.kind, limit.rate, error);
    }
  }

  private refusal(
    kind: Client['kind'],
    { points, seconds }: Rate,
    { msBeforeNext }: RateLimiterRes,
  ): Problem {
    this.metrics.refused(kind);
    const retryAfterSeconds = secondsOf(msBeforeNext);
    const whose = { anonymous: 'address', token: 'token', account: 'account' }[kind];
    return new Problem(
      'too_many_requests',
      `This ${whose} may ask ${points} times in ${seconds} seconds. Try again in ${inWords(retryAfterSeconds)}.`,
      { retryAfterSeconds },
    );
  }
}

/** Whoever watches the process is always answered, and the files of a page come with it. */
export const isExempt = ({ url }: Pick<FastifyRequest, 'url'>): boolean =>
  /^\/(livez|readyz)(\?|$)|^\/assets\//.test(url);

const nameOf = (client: Client): string[] => {
  if (client.kind === 'anonymous') return [network(client.address)];
  return [client.kind === 'token' ? client.token : client.accountId];
};

/** The fields of the IETF's draft “RateLimit header fields for HTTP”, in the form that most clients know. */
function tell(
  reply: FastifyReply,
  { points }: Rate,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): void {
  void reply.header('ratelimit-limit', points);
  void reply.header('ratelimit-remaining', Math.max(0, remainingPoints));
  void reply.header('ratelimit-reset', secondsOf(msBeforeNext));
}

const secondsOf = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));

const inWords = (seconds: number): string => (seconds === 1 ? 'a second' : `${seconds} seconds`);
