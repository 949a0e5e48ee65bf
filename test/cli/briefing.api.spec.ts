import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hindcast } from '../support/cli.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const GOOD = `Harbour strike

The port stays shut

What could happen next?

Risk
Short term · 0.7
The port stays shut until 1 July.
`;

let folder: string;
let good: string;
let bad: string;
let place: FreshDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-briefing-'));
  good = join(folder, 'good.txt');
  bad = join(folder, 'missing.txt');
  await writeFile(good, GOOD);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  place = await freshDatabase();
});
afterEach(() => place.drop());

const add = (...words: string[]) => hindcast(place.url, 'briefing', 'add', ...words);

describe('hindcast briefing add', () => {
  it('ends with 2 where some files were refused and the good ones are recorded', async () => {
    const { code, stdout, stderr } = await add(bad, good);
    expect(code).toBe(2);
    expect(stdout).toContain('Recorded: “The port stays shut”');
    expect(stderr.trim().split('\n').at(-1)).toBe(`${bad} is not there.`);
  });

  it('ends with 1 where every file was refused', async () => {
    const { code, json } = await add(bad, '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject({ error: { code: 'file_unreadable' } });
    expect((await add(bad, bad)).code).toBe(1);
  });
});
