import { Injectable } from '@nestjs/common';
import { driverCode } from '../database/driver-errors.js';
import {
  expectedObjects,
  isActing,
  isRemakeable,
  presentObjects,
  remake,
  type SchemaObject,
} from '../database/schema-objects.js';
import { Database } from '../database/write-gate.js';
import type { Found } from '../tallies/found-differences.js';
import { Findings } from './findings.js';

interface Difference {
  stored: SchemaObject | null;
  expected: SchemaObject | null;
}

/** What was found, and how much of it can be made anew. */
export class SchemaFindings extends Findings {
  repairable = 0;
}

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Holds the schema of the database against what the migrations make: that the record is append-only rests on triggers,
 * which can be dropped, disabled or changed.
 */
@Injectable()
export class SchemaAudit {
  constructor(private readonly database: Database) {}

  async verify(): Promise<SchemaFindings> {
    const findings = new SchemaFindings();
    try {
      const differences = await this.differences();
      findings.add(differences.map(foundOf));
      findings.repairable = differences.filter(({ expected }) => expected && isRemakeable(expected)).length;
    } catch (error) {
      if (driverCode(error) !== INSUFFICIENT_PRIVILEGE) throw error;
      const found = {
        table: 'database',
        row: 'the right to create a schema in it',
        column: 'to compare with',
      };
      findings.add([{ ...found, stored: null, expected: 'granted' }]);
    }
    return findings;
  }

  /** Makes triggers, their functions and indices anew. Where a check or a key is missing, rows may be wrong already. */
  async repair(): Promise<void> {
    const expected = (await this.differences()).flatMap((one) => one.expected ?? []).filter(isRemakeable);
    await this.database.withWriteTransaction((manager) => remake(manager, expected));
  }

  private async differences(): Promise<Difference[]> {
    const { read } = this.database;
    const [expected, present] = [await expectedObjects(read.connection), await presentObjects(read)].map(
      byPlace,
    );
    const differences: Difference[] = [];
    for (const [place, one] of expected!) {
      const stored = present!.get(place) ?? null;
      if (!stored || words(stored) !== words(one)) differences.push({ stored, expected: one });
    }
    for (const [place, stored] of present!)
      if (!expected!.has(place) && isActing(stored)) differences.push({ stored, expected: null });
    return differences;
  }
}

/** A definition without regard to how it is spaced. */
const words = ({ definition }: SchemaObject): string => definition.replaceAll(/\s+/g, ' ').trim();

const byPlace = (objects: readonly SchemaObject[]): Map<string, SchemaObject> =>
  new Map(objects.map((one) => [`${one.kind} ${one.table} ${one.name}`, one]));

function foundOf({ stored, expected }: Difference): Found {
  const { kind, name, table } = (expected ?? stored)!;
  return {
    table,
    row: `${kind} ${name}`,
    column: 'definition',
    stored: stored?.definition ?? null,
    expected: expected?.definition ?? null,
  };
}
