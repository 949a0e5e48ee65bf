import type { MigrationInterface, QueryRunner } from 'typeorm';

const LONG_AGO = '1970-01-01T00:00:00.000Z';

/**
 * Forecasts that a changed question ended are counted, and an erratum may name the version of the criteria it corrects.
 * Scenarios whose question was changed are due for a new count: the server does it before it reads the next report.
 */
export class EndedForecasts1764002000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await addColumn(queryRunner, {
      table: 'counted_forecast',
      column: '"ended" integer NOT NULL DEFAULT 0',
      check: 'ck_counted_ended',
      holds: '"ended" >= 0 AND "ended" < 64',
    });
    await addColumn(queryRunner, {
      table: 'erratum',
      column: '"criteriaVersion" integer',
      check: 'ck_erratum_criteria',
      holds: `("field" = 'criteriaChange') = ("criteriaVersion" IS NOT NULL)`,
    });
    await queryRunner.query(
      `UPDATE "counted_scenario" SET "changesAt" = '${LONG_AGO}' WHERE "scenarioId" IN
        (SELECT "scenarioId" FROM "criteria" WHERE "subject" = 'statement' AND "change" = 'changed')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "erratum" DROP COLUMN "criteriaVersion"');
    await queryRunner.query('ALTER TABLE "counted_forecast" DROP COLUMN "ended"');
  }
}

interface NewColumn {
  table: string;
  column: string;
  check: string;
  holds: string;
}

/** The check stands at the column, so that SQLite lets the column go again; rows and triggers stay as they are. */
function addColumn(queryRunner: QueryRunner, { table, column, check, holds }: NewColumn): Promise<unknown> {
  return queryRunner.query(
    `ALTER TABLE "${table}" ADD COLUMN ${column} CONSTRAINT "${check}" CHECK (${holds})`,
  );
}
