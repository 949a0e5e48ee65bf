import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tallies count more than before: what forecasts of one scenario share, and the scenarios without a counted forecast.
 * Layout 0 tells the program to rebuild them when it starts.
 */
export class TallyLayout1764002400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `INSERT INTO "setting" ("name", "value", "changedAt") VALUES ('tally_layout', '0', '1970-01-01T00:00:00.000Z')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM "setting" WHERE "name" = 'tally_layout'`);
  }
}
