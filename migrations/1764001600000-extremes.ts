import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const INDEX = 'ix_counted_probability';

/** The worst and the best of a whole record are found from either end of its probabilities. */
export class Extremes1764001600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const columnNames = ['probabilityBp', 'fate', 'views'];
    await queryRunner.createIndex('counted_forecast', new TableIndex({ name: INDEX, columnNames }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('counted_forecast', INDEX);
  }
}
