import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiPreconditionFailedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { currentRequest, type Versioned } from '../database/request-scope.js';
import { Problem } from '../problems.js';
import { invalid } from './validation.js';

export const TAKES_VERSION = 'hindcast:takes-version';

/** Where the version of a thing is found: by table names, as the things belong to later rooms. */
interface Lookup {
  table: string;
  /** Condition on `thing`, with the part of the address as `:key`. */
  where: string;
  id?: string;
  version?: string;
  /** Part of the address that names it; null for one's own account, and where there is one only. */
  param: string | null;
}

const byId = (table: string): Lookup => ({ table, where: 'thing."id" = :key', param: 'id' });
const scenarioOf = (table: string): Lookup => ({
  table: 'scenario',
  where: `thing."id" = (SELECT x."scenarioId" FROM "${table}" x WHERE x."id" = :key)`,
  param: 'id',
});

const LOOKUPS = {
  scenario: byId('scenario'),
  forecast: scenarioOf('forecast'),
  reread: scenarioOf('reread_item'),
  event: byId('event'),
  briefing: byId('briefing'),
  topic: { table: 'topic', where: 'thing."slug" = :key', param: 'slug' },
  account: byId('account'),
  'own account': { ...byId('account'), param: null },
  handover: {
    ...byId('handover'),
    version: '1 + (SELECT COUNT(*) FROM "handover_end" x WHERE x."handoverId" = thing."id")',
  },
  settings: {
    table: 'record_version', // the one row that is always there
    where: 'thing."id" = 1',
    id: `'house_version'`,
    version: `COALESCE((SELECT x."value" FROM "setting" x WHERE x."name" = 'house_version'), '1')`,
    param: null,
  },
} as const satisfies Record<string, Lookup>;

export type VersionedThing = keyof typeof LOOKUPS;

/** Where it is not the thing itself that has a version. */
const VERSION_OF: Partial<Record<VersionedThing, string>> = { forecast: 'scenario', reread: 'scenario' };

/** Says that a route takes `If-Match` with the version of what its address names, and is refused where that is stale. */
export const TakesVersion = (thing: VersionedThing): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(TAKES_VERSION, thing),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: `the version that you have read, of the ${VERSION_OF[thing] ?? thing}, in quotes: "7"`,
    }),
    ApiPreconditionFailedResponse({
      description: 'It has changed since: `stale_version`, with the present `version`',
    }),
  );

/** Version that a client holds, from `If-Match: "7"`; null where it gives none. */
export function versionIn({ headers }: Pick<FastifyRequest, 'headers'>): number | null {
  const header = headers['if-match'];
  if (header === undefined || header === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw invalid([{ field: 'If-Match', message: 'must be the version that you read, in quotes: "7"' }]);
  return Number(version);
}

/** Sends the version of what is shown along as its tag. */
export function tagWithVersion(reply: FastifyReply, version: number): void {
  void reply.header('etag', `"${version}"`);
}

/** Version that a client holds of what an address names. */
export interface HeldVersion {
  thing: VersionedThing;
  params: Record<string, string>;
  accountId: string | null;
  version: number;
}

/**
 * Compares the version that a client holds with the one on record, before the work begins. What is not there is left to
 * the work to refuse. The work compares once more when it has locked the row: see `requireHeld`.
 *
 * @throws {Problem} stale_version
 */
export async function checkVersion(manager: EntityManager, held: HeldVersion): Promise<void> {
  const { table, where, param, id = 'thing."id"', version = 'thing."version"' }: Lookup = LOOKUPS[held.thing];
  const row = await manager
    .createQueryBuilder()
    .select(id, 'id')
    .addSelect(version, 'version')
    .from(table, 'thing')
    .where(where, { key: param === null ? held.accountId : held.params[param] })
    .getRawOne<{ id: string; version: number | string }>();
  const scope = currentRequest();
  if (scope) scope.held = row ? { id: row.id, version: held.version } : null;
  if (row) requireVersion(held.version, Number(row.version));
}

/**
 * Compares it again, for whoever has just locked the row that the address names: on PostgreSQL somebody else may have
 * changed it in between. Only the first call in a transaction compares, as the work itself moves the version on.
 *
 * @throws {Problem} stale_version
 */
export function requireHeld({ id, version }: Versioned): void {
  const scope = currentRequest();
  if (scope?.held?.id !== id) return;
  const held = scope.held.version;
  scope.held = null;
  requireVersion(held, version);
}

function requireVersion(held: number, version: number): void {
  if (held === version) return;
  throw new Problem(
    'stale_version',
    `You hold version ${held}; it has changed since: read version ${version} first.`,
    { version },
  );
}
