import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { type EntityManager, LessThan } from 'typeorm';
import { isUniqueViolation } from '../database/driver-errors.js';
import { newId } from '../database/ids.js';
import type { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { Problem } from '../problems.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { invalid } from './validation.js';

/** Nobody tries again later than this. */
const KEPT_MS = 7 * 86_400_000;

/** A request that must be carried out once, however often it comes. */
export interface Once {
  key: string;
  /** Of its address and its body. */
  digest: string;
}

/** For the OpenAPI document. */
export const ONCE_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: 'the same request again under the same key records nothing twice; kept for seven days',
} as const;

/** `Idempotency-Key`, with what it stands for; null where the client gives none. */
export const OnceKey = createParamDecorator((_: unknown, context: ExecutionContext): Once | null => {
  const { headers, url, body } = context.switchToHttp().getRequest<FastifyRequest>();
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    throw invalid([{ field: 'Idempotency-Key', message: 'must have 8 to 200 visible characters' }]);
  const digest = createHash('sha256')
    .update(JSON.stringify([url, body]))
    .digest('hex');
  return { key, digest };
});

/**
 * Acts in a transaction of its own, and notes in it under which key: the same request again, in parallel or after a crash, is
 * answered with what came of the first.
 *
 * @param act resolves to the id of what it made
 * @throws {Problem} idempotency_key_reused where the key came with another request
 */
export async function actOnce(
  database: Database,
  once: Once | null,
  { accountId, now }: { accountId: string; now: Date },
  act: (manager: EntityManager) => Promise<string>,
): Promise<string> {
  if (once === null) return database.withWriteTransaction(act);
  const { key, digest } = once;
  const attempt = () =>
    database.withWriteTransaction(async (manager) => {
      const known = await manager.findOneBy(IdempotencyKey, { accountId, key });
      if (known && known.digest !== digest)
        throw new Problem('idempotency_key_reused', `The key “${key}” came with another request before.`);
      if (known) return known.resultId;
      const resultId = await act(manager);
      const before = toInstant(new Date(now.getTime() - KEPT_MS));
      await manager.delete(IdempotencyKey, { recordedAt: LessThan(before) });
      const row = { id: newId(), accountId, key, digest, resultId, recordedAt: toInstant(now) };
      await manager.insert(IdempotencyKey, row);
      return resultId;
    });
  return attempt().catch((error: unknown) => {
    // The same request was carried out meanwhile: this time it is found.
    if (!isUniqueViolation(error)) throw error;
    return attempt();
  });
}
