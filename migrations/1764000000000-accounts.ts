import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

/** Who may do what: accounts, and the tokens they show (only as hashes). */
export class Accounts1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'account',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'name', type: 'varchar', length: '80' },
          { name: 'role', type: 'varchar', length: '16' },
          { name: 'mayLogFor', type: 'text' },
          { name: 'createdAt', type: 'varchar', length: '24' },
          { name: 'disabledAt', type: 'varchar', length: '24', isNullable: true },
          { name: 'deletedAt', type: 'varchar', length: '24', isNullable: true },
        ],
        checks: [
          {
            name: 'account_role',
            expression: `"role" IN ('reader', 'analyst', 'editor', 'administrator')`,
          },
        ],
        indices: [new TableIndex({ name: 'account_name', columnNames: ['name'], isUnique: true })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'api_token',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'accountId', type: 'varchar', length: '36' },
          { name: 'name', type: 'varchar', length: '80' },
          { name: 'scope', type: 'varchar', length: '16' },
          { name: 'mayLogFor', type: 'text', isNullable: true },
          { name: 'hash', type: 'varchar', length: '64' },
          { name: 'createdAt', type: 'varchar', length: '24' },
          { name: 'lastUsedAt', type: 'varchar', length: '24', isNullable: true },
          { name: 'revokedAt', type: 'varchar', length: '24', isNullable: true },
          { name: 'expiresAt', type: 'varchar', length: '24', isNullable: true },
        ],
        checks: [
          {
            name: 'api_token_scope',
            expression: `"scope" IN ('reader', 'analyst', 'editor', 'administrator')`,
          },
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'api_token_account',
            columnNames: ['accountId'],
            referencedTableName: 'account',
            referencedColumnNames: ['id'],
          }),
        ],
        indices: [
          new TableIndex({ name: 'api_token_hash', columnNames: ['hash'], isUnique: true }),
          new TableIndex({ name: 'api_token_account_id', columnNames: ['accountId'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('api_token');
    await runner.dropTable('account');
  }
}
