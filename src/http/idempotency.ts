import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { type EntityManager, IsNull, LessThan, Not } from 'typeorm';
import { isUniqueViolation } from '../database/driver-errors.js';
import { newId } from '../database/ids.js';
import { toInstant } from '../days.js';
import { Problem } from '../problems.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { invalid } from './validation.js';

type Work<T> = (manager: EntityManager) => Promise<T>;

/** Keys older than this are forgotten. */
const KEPT_MS = 7 * 86_400_000;

/**
 * What a POST does under an `Idempotency-Key`: `once` carries it out once and answers a repeat with what came of the
 * first; `shown once` carries it out once and refuses a repeat, as the answer holds a secret; `nothing` records nothing;
 * `login` is for people without a login, whose key belongs to no account.
 */
export const ONCE_KINDS = ['once', 'shown once', 'nothing', 'login'] as const;
export type OnceKind = (typeof ONCE_KINDS)[number];

export const ONCE_KIND = 'hindcast:once';

/** In the OpenAPI document, the kind of an operation that is not `once`. */
export const ONCE_EXTENSION = 'x-idempotency';

/** Says what a POST does under an `Idempotency-Key`; without it, `once`. */
export const Once = (kind: OnceKind): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ONCE_KIND, kind), ApiExtension(ONCE_EXTENSION, kind));

/** `Idempotency-Key` as a parameter of an operation of that kind; null where it is not looked at. */
export function keyParameter(kind: OnceKind) {
  if (kind === 'nothing' || kind === 'login') return null;
  const repeat =
    kind === 'once'
      ? 'has the same answer'
      : 'is refused with `already_done`, as the answer is shown this once';
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: `the same request again under the same key does nothing twice and ${repeat}; kept for seven days`,
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  } as const;
}

/** `Idempotency-Key` of a request; null where the client gives none. */
export function keyOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    throw invalid([{ field: 'Idempotency-Key', message: 'must have 8 to 200 visible characters' }]);
  return key;
}

/** The same for the same request, in whatever order its body has its keys. */
export function digestOfRequest({
  method,
  url,
  body,
}: Pick<FastifyRequest, 'method' | 'url' | 'body'>): string {
  const text = JSON.stringify([method, url, body], (_, value: unknown) => withSortedKeys(value));
  return createHash('sha256').update(text).digest('hex');
}

function withSortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Another request claimed the key first. */
class KeyClaimed extends Error {}

export interface KeyedRequest {
  accountId: string;
  key: string;
  digest: string;
  now: Date;
  /** Whether the answer may be given again: not one that holds a secret. */
  keepsResult: boolean;
}

/** The work of a request under a key: done by the first that comes, and found by every later one. */
export class KeyedWork {
  private done = false;

  constructor(private readonly request: KeyedRequest) {}

  /**
   * Does the first work of the request and keeps what it resolves to beside the key, in one transaction; where the key is
   * on record already, answers with what was kept. What the request writes after that is done as it comes.
   *
   * @throws {Problem} idempotency_key_reused, already_done
   */
  async once<T>(work: Work<T>, transact: <R>(work: Work<R>) => Promise<R>): Promise<T> {
    if (this.done) return transact(work);
    const attempt = () => transact((manager) => this.attempt(manager, work));
    const result = await attempt().catch((error: unknown) => {
      if (!(error instanceof KeyClaimed)) throw error;
      return attempt(); // It was carried out meanwhile: this time it is found.
    });
    this.done = true;
    return result;
  }

  private async attempt<T>(manager: EntityManager, work: Work<T>): Promise<T> {
    const { accountId, key, digest, now, keepsResult } = this.request;
    await manager.delete(IdempotencyKey, {
      recordedAt: LessThan(toInstant(new Date(now.getTime() - KEPT_MS))),
    });
    const known = await manager.findOneBy(IdempotencyKey, { accountId, key });
    if (known) return this.found<T>(known);
    const id = newId();
    // The key is claimed first: whoever sends it at the same time waits here and finds it.
    await manager
      .insert(IdempotencyKey, { id, accountId, key, digest, result: null, recordedAt: toInstant(now) })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? new KeyClaimed() : error;
      });
    const result = await work(manager);
    if (keepsResult) await manager.update(IdempotencyKey, { id }, { result: JSON.stringify(result ?? null) });
    return result;
  }

  private found<T>(known: IdempotencyKey): T {
    if (known.digest !== this.request.digest)
      throw new Problem(
        'idempotency_key_reused',
        `The key “${known.key}” came with another request before. Send a new key with a new request.`,
      );
    if (known.result === null)
      throw new Problem(
        'already_done',
        `This was done at ${known.recordedAt}, under the same key. Its answer is not kept: look up what it made, or make another under a new key.`,
      );
    return JSON.parse(known.result) as T;
  }
}

/** Forgets what came of the requests under keys, and keeps the keys: for texts and names that must go everywhere. */
export async function forgetResults(manager: EntityManager): Promise<void> {
  await manager.update(IdempotencyKey, { result: Not(IsNull()) }, { result: null });
}
