import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Account } from '../../src/accounts/account.entity.js';
import { AccountKeeping } from '../../src/accounts/account-keeping.service.js';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { ApiToken } from '../../src/accounts/api-token.entity.js';
import { TokensService } from '../../src/accounts/tokens.service.js';
import { pendingChanges } from '../../src/database/migrate.js';
import { Database } from '../../src/database/write-gate.js';
import { startTestApp, type TestApp } from '../support/app.js';

let test: TestApp;
let accounts: AccountsService;
let database: Database;
beforeAll(async () => {
  test = await startTestApp();
  accounts = test.service(AccountsService);
  database = test.service(Database);
});
afterAll(() => test.stop());

const change = (table: typeof Account | typeof ApiToken, id: string, values: object) =>
  database.withWriteTransaction((manager) => manager.update(table, { id }, values));
const tokenOf = (accountId: string) => database.read.findOneByOrFail(ApiToken, { accountId });

describe('an account', () => {
  it('is known by its token, and by no other', async () => {
    const { account, token } = await accounts.add('Ann', 'analyst', { mayLogFor: ['desk', 'ann'] });
    expect(token).toMatch(/^hc_[\w-]{43}$/);
    const viewer = { accountId: account.id, role: 'analyst', mayLogFor: ['desk', 'ann'] };
    expect(await accounts.viewerOf(token)).toEqual(viewer);
    expect(await accounts.viewerOf(`${token}x`)).toBeNull();
    expect(await accounts.viewerOf('')).toBeNull();
    expect(await accounts.viewerOf((await tokenOf(account.id)).hash)).toBeNull();
  });

  it('may be allowed to log for nobody', async () => {
    const { token } = await accounts.add('Nobody', 'analyst', { mayLogFor: [] });
    expect(await accounts.viewerOf(token)).toMatchObject({ mayLogFor: [] });
  });

  it('has a name of its own', async () => {
    await accounts.add('Bob', 'editor');
    await expect(accounts.add('Bob', 'analyst')).rejects.toMatchObject({ code: 'name_taken' });
    await expect(accounts.add(' ', 'analyst')).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(accounts.add('x'.repeat(81), 'analyst')).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it.each(['ana@paper.example', 'Ana Lind ana@paper', 'ana.lind+x@paper.example (Ana)'])(
    'is not named by an e-mail address, nor shown under one: %s',
    async (name) => {
      const refused = (field: string) => ({ code: 'validation_failed', extra: { errors: [{ field }] } });
      await expect(accounts.add(name, 'analyst')).rejects.toMatchObject(refused('name'));
      await expect(accounts.add('Ana Lind', 'analyst', { displayName: name })).rejects.toMatchObject(
        refused('displayName'),
      );
      expect(await database.read.countBy(Account, { name: 'Ana Lind' })).toBe(0);
    },
  );

  it('that has an address for a name from before still works, and may be shown under another', async () => {
    const { account, token } = await accounts.add('from before', 'analyst');
    await change(Account, account.id, { name: 'old@paper.example' });
    expect(await accounts.viewerOf(token)).toMatchObject({ accountId: account.id });
    const shown = await test.service(AccountKeeping).setDisplayName(account.id, ' @ana, at the desk ');
    expect(shown).toMatchObject({ displayName: '@ana, at the desk', version: 2 });
  });

  it('has a role that the database knows', async () => {
    await expect(accounts.add('Eve', 'king' as never)).rejects.toThrow(/check constraint/i);
    expect(await database.read.countBy(Account, { name: 'Eve' })).toBe(0);
  });

  it('is unknown once it is disabled', async () => {
    const { account, token } = await accounts.add('Gone', 'editor');
    await change(Account, account.id, { disabledAt: '2026-06-15T11:00:00.000Z' });
    expect(await accounts.viewerOf(token)).toBeNull();
  });
});

describe('a token', () => {
  it('is nowhere in the database', async () => {
    const { token } = await accounts.add('Canary', 'administrator');
    await accounts.viewerOf(token);
    const rows = [await database.read.find(Account), await database.read.find(ApiToken)];
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
    if (!test.place.file) return;
    const directory = dirname(test.place.file);
    const files = await readdir(directory);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = await readFile(join(directory, file));
      expect(bytes.includes(token.slice(3))).toBe(false);
      expect(bytes.includes(Buffer.from(token.slice(3), 'base64url'))).toBe(false);
    }
  });

  it('ends when it expires, and when it is revoked', async () => {
    const { account, token } = await accounts.add('Short', 'analyst');
    const { id } = await tokenOf(account.id);
    await change(ApiToken, id, { expiresAt: '2026-06-15T12:00:00.001Z' });
    expect(await accounts.viewerOf(token)).not.toBeNull();
    await change(ApiToken, id, { expiresAt: '2026-06-15T12:00:00.000Z' });
    expect(await accounts.viewerOf(token)).toBeNull();
    await change(ApiToken, id, { expiresAt: null, revokedAt: '2026-06-15T11:00:00.000Z' });
    expect(await accounts.viewerOf(token)).toBeNull();
  });

  it('remembers its last use, to the minute', async () => {
    const { account, token } = await accounts.add('Used', 'analyst');
    const useAt = async (instant: string) => {
      test.clock.moveTo(instant);
      await accounts.viewerOf(token);
      await test.service(TokensService).onModuleDestroy(); // waits for what is being written
      return (await tokenOf(account.id)).lastUsedAt;
    };
    expect(await useAt('2026-06-15T12:00:00.000Z')).toBe('2026-06-15T12:00:00.000Z');
    expect(await useAt('2026-06-15T12:00:59.000Z')).toBe('2026-06-15T12:00:00.000Z');
    expect(await useAt('2026-06-15T12:01:00.000Z')).toBe('2026-06-15T12:01:00.000Z');
  });
});

it('the tables are as the entities say', async () => {
  expect(await pendingChanges(test.connections.write)).toEqual([]);
});
