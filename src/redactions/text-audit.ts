import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/write-gate.js';
import type { Found } from '../tallies/found-differences.js';
import { NAMED, type Progress } from '../tallies/tally-audit.js';
import { Text } from '../texts/text.entity.js';
import { digestOf } from '../texts/texts.js';
import { Redaction } from './redaction.entity.js';

/** A text and what is on record of its redaction. */
interface Row extends Pick<Text, 'id' | 'body' | 'digest' | 'redactedAt'> {
  recordedAt: string | null;
}

const AT_ONCE = 1000;

/** Holds every text against its digest, and what was blanked against the record of redactions. */
@Injectable()
export class TextAudit {
  constructor(private readonly database: Database) {}

  /** Names each text that is not what was put on record. Never its words. None of this can be computed anew. */
  async verify(
    progress: Progress = () => undefined,
  ): Promise<{ texts: number; differences: number; named: Found[] }> {
    return this.database.withReadSnapshot(async (manager) => {
      const found = { texts: 0, differences: 0, named: [] as Found[] };
      const total = await manager.count(Text);
      for (let last = ''; ;) {
        const rows = await rowsAfter(manager, last);
        const more = rows.flatMap(differences);
        found.differences += more.length;
        found.named.push(...more.slice(0, NAMED - found.named.length));
        progress((found.texts += rows.length), total);
        if (rows.length < AT_ONCE) return found;
        last = rows.at(-1)!.id;
      }
    });
  }
}

function differences({ id, body, digest, redactedAt, recordedAt }: Row): Found[] {
  const found: Found[] = [];
  const differs = (table: string, column: string, stored: unknown, expected: unknown) =>
    found.push({ table, row: id, column, stored, expected });
  if (body !== null && digestOf(body) !== digest) differs('text', 'digest', digest, digestOf(body));
  if (body !== null && recordedAt !== null) differs('text', 'body', 'words', 'nothing: it was redacted');
  if (body === null && recordedAt === null) differs('redaction', 'the whole row', null, 'who, when and why');
  if (redactedAt !== recordedAt) differs('text', 'redactedAt', redactedAt, recordedAt);
  return found;
}

function rowsAfter(manager: EntityManager, last: string): Promise<Row[]> {
  return manager
    .createQueryBuilder(Text, 't')
    .leftJoin(Redaction, 'r', 'r."textId" = t."id"')
    .select(['id', 'body', 'digest', 'redactedAt'].map((name) => `t."${name}" AS "${name}"`))
    .addSelect('r."recordedAt"', 'recordedAt')
    .where('t."id" > :last', { last })
    .orderBy('t."id"')
    .limit(AT_ONCE)
    .getRawMany<Row>();
}
