import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataSources } from '../../src/database/data-sources.js';
import { migrate } from '../../src/database/migrate.js';
import { entities, migrations } from '../../src/schema.js';

const tool = spawnSync('sqlite3', ['--version']).status === 0;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Skipped where the tool is not installed (Debian: apt-get install sqlite3); CI installs it.
(tool ? it : it.skip)(
  'our file is an ordinary SQLite file: the sqlite3 tool opens and checks it',
  async () => {
    const file = join(folder, 'desk.sqlite');
    const connections = await openDataSources(`sqlite:${file}`, { entities, migrations });
    await migrate(connections);
    await connections.close();
    const said = execFileSync('sqlite3', [file, 'PRAGMA integrity_check; SELECT count(*) FROM migrations;']);
    expect(said.toString().trim().split('\n')).toEqual(['ok', String(migrations.length)]);
  },
);
