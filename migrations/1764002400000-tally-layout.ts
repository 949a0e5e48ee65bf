import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tallies count more than before: what forecasts of one scenario share, and the scenarios without a counted forecast.
 * Layout 0 tells the program to rebuild them when it starts.
 */
export class TallyLayout1764002400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `INSERT INTO "setting" ("name", "value", "changedAt") VALUES ('tally_layout', '0', '${new Date().toISOString()}')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM "setting" WHERE "name" = 'tally_layout'`);
  }
}
