import type { QueryRunner } from 'typeorm';

const isPostgres = (queryRunner: QueryRunner): boolean => queryRunner.connection.options.type === 'postgres';

/** Refuses UPDATE and DELETE on tables whose rows are the record. Correction, withdrawal, erratum: further rows. */
export async function makeAppendOnly(queryRunner: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await refuse(queryRunner, table, 'update');
    await refuse(queryRunner, table, 'delete');
  }
}

/** Refuses one kind of statement, on every row or `when` a condition over OLD and NEW holds. */
export async function refuse(
  queryRunner: QueryRunner,
  table: string,
  statement: 'update' | 'delete',
  when?: string,
): Promise<void> {
  const name = `refuse_${statement}_${table}`;
  const message = `${table} is append-only: ${statement} refused`;
  if (isPostgres(queryRunner)) {
    await queryRunner.query(
      `CREATE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${message}'; END $$`,
    );
    await queryRunner.query(
      `CREATE TRIGGER "${name}" BEFORE ${statement} ON "${table}" FOR EACH ROW ${when ? `WHEN (${when})` : ''} EXECUTE FUNCTION "${name}"()`,
    );
  } else {
    await queryRunner.query(
      `CREATE TRIGGER "${name}" BEFORE ${statement} ON "${table}" FOR EACH ROW ${when ? `WHEN ${when}` : ''} BEGIN SELECT RAISE(ABORT, '${message}'); END`,
    );
  }
}

/** Takes the refusals away again, for a migration's way back. */
export async function dropRefusals(queryRunner: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    for (const statement of ['update', 'delete']) {
      const name = `refuse_${statement}_${table}`;
      if (isPostgres(queryRunner)) await queryRunner.query(`DROP FUNCTION IF EXISTS "${name}" CASCADE`);
      else await queryRunner.query(`DROP TRIGGER IF EXISTS "${name}"`);
    }
  }
}
