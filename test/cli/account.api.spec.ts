import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TerminalOutput } from '../../src/cli/output.js';
import { hindcast } from '../support/cli.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

let place: FreshDatabase;
beforeEach(async () => {
  place = await freshDatabase();
});
afterEach(() => place.drop());

const run = (...words: string[]) => hindcast(place.url, ...words);

describe('hindcast account add', () => {
  it.each([
    ['analyst', 'analyst'],
    ['editor', 'editor'],
    ['admin', 'administrator'],
  ])('makes an %s, and shows the token once', async (word, role) => {
    const { code, json } = await run('account', 'add', 'Ann', '--role', word, '--json');
    expect(code).toBe(0);
    expect(json).toEqual({
      account: expect.objectContaining({ id: expect.any(String), name: 'Ann', role, mayLogFor: '*' }),
      token: expect.stringMatching(/^hc_/),
    });
  });

  it('may bind an account to some forecasters', async () => {
    const words = ['account', 'add', 'Ann', '--role', 'analyst', '--may-log-for', 'desk, ann', '--json'];
    expect((await run(...words)).json).toMatchObject({ account: { mayLogFor: ['desk', 'ann'] } });
  });

  it('prints a link instead of a token, for a person to choose a password', async () => {
    const { code, json } = await run('account', 'add', 'Ann', '--role', 'editor', '--invite', '--json');
    expect([code, Object.keys(json)]).toEqual([0, ['account', 'link']]);
    expect(json.link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/desk\/welcome#[\w-]{43}$/);
    expect(json.account).toMatchObject({ name: 'Ann', role: 'editor' });
  });

  it('talks to people without --json', async () => {
    const { code, stdout } = await run('account', 'add', 'Ann', '--role', 'editor');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Account "Ann" \(editor\) added.*\nhc_[\w-]+\n$/);
  });

  it('refuses a name that is taken, as a problem', async () => {
    await run('account', 'add', 'Ann', '--role', 'editor');
    const { code, json, stderr } = await run('account', 'add', 'Ann', '--role', 'editor', '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject({ error: { code: 'name_taken', status: 409 } });
    expect(stderr).toMatch(/^hindcast: There is an account named "Ann" already\.$/m);
  });

  it.each([
    [['account', 'add', 'Ann', '--role', 'king']],
    [['account', 'add', 'Ann']],
    [['account', 'add', '--role', 'editor']],
    [['account', 'add', 'Ann', '--role', 'editor', '--colour', 'red']],
    [['account', 'remove', 'Ann']],
    [['nonsense']],
  ])('answers a command line that is wrong as a problem: %j', async (words) => {
    const { code, json } = await run(...words, '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject({ error: { code: 'malformed_request', detail: expect.any(String) } });
  });
});

describe('hindcast migrate', () => {
  it('says what it ran, then that there is nothing to run', async () => {
    expect((await run('migrate', '--json')).json).toMatchObject({
      migrated: expect.arrayContaining(['Accounts1764000000000']),
    });
    expect(await run('migrate', '--json')).toMatchObject({ code: 0, json: { migrated: [] } });
  });

  it('tells bad settings in one message', async () => {
    const { code, json } = await hindcast('mysql://db/h', 'migrate', '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject({ error: { detail: expect.stringContaining('DATABASE_URL') } });
  });

  it('tells a database that cannot be opened in one sentence', async () => {
    const { code, stderr } = await hindcast('sqlite:/dev/null/h.sqlite', 'migrate');
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('output', () => {
  it('keeps the worst exit code: failed before refused before fine', () => {
    const output = new TerminalOutput(false);
    output.exit(0);
    expect(output.exitCode).toBe(0);
    output.exit(2);
    output.exit(0);
    expect(output.exitCode).toBe(2);
    output.exit(1);
    output.exit(2);
    expect(output.exitCode).toBe(1);
  });

  it('lets no typed text command the terminal', () => {
    let written = '';
    new TerminalOutput(false, { write: (text) => (written += text) }).line(
      '\u001b[2Jgone\u001b]0;title\u0007',
    );
    expect(written).not.toContain('\u001b');
  });
});
