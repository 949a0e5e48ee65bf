import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hindcast } from '../support/cli.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

/** An edition of the days just past, so that it is live. */
const text = (edition: number, ...items: string[]) => `Harbour strike

Update #${edition}

The port stays shut

What could happen next?

${items.join('\n\n')}
`;
const PORT = 'Risk\nShort term · 0.7\nThe port stays shut until 1 July.';
const GRAIN = 'Consequence\nLong term · 0.3\nGrain prices rise by more than 20 per cent.';
const CLIMB = 'Consequence\nLong term · 0.35\nGrain prices climb more than 20 %.';
const BILL = 'Risk\nShort term · 0.2\nParliament passes the harbour bill.';

let folder: string;
let place: FreshDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-editions-'));
  place = await freshDatabase();
  await add('15.txt', text(15, PORT, GRAIN, BILL), '--published-on', '2026-06-01');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await place.drop();
});

async function add(name: string, content: string, ...words: string[]) {
  const file = join(folder, name);
  await writeFile(file, content);
  return hindcast(place.url, 'briefing', 'add', file, ...words);
}
const add16 = (...words: string[]) =>
  add('16.txt', text(16, PORT, CLIMB), '--published-on', '2026-06-08', ...words);

describe('hindcast briefing add, of the next edition', () => {
  it('with --dry-run shows what was beside what is now, and records nothing', async () => {
    const { code, stdout } = await add16('--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('“The port stays shut” is the next edition of a story on record:');
    expect(stdout).toMatch(/ 1\. unchanged/);
    expect(stdout).toMatch(/ 2\. reworded: looks like the same question/);
    expect(stdout).toMatch(/Grain prices rise by more than 20 +\| Grain prices climb more than 20 %\./);
    expect(stdout).toMatch(/ 3\. dropped: stays open/);
    const { json } = await add16('--dry-run', '--json');
    expect(json.briefing).not.toHaveProperty('id');
    expect(json.differences).toMatchObject({ reworded: [{ suggests: 'clarified' }], dropped: [{}] });
  });

  it('where nobody can be asked ends with 1 and says how to answer', async () => {
    const { code, stdout, stderr } = await add16();
    expect([code, stdout]).toEqual([1, expect.stringContaining('2. reworded')]);
    expect(stderr).toContain('--clarified ROW');
    expect((await add16('--json')).json).toMatchObject({ error: { code: 'edition_unanswered' } });
  });

  it('refuses answers to rows that are no question', async () => {
    const { code, stderr } = await add16('--clarified', '1', '--dropped', '3');
    expect([code, stderr]).toEqual([1, expect.stringContaining('Row 1 is not reworded')]);
  });

  it('is recorded with answers by the numbers of the rows, and then recognised', async () => {
    const { code, json } = await add16(
      '--clarified',
      '2',
      '--dropped',
      '3: The session has ended.',
      '--json',
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({ follows: expect.any(String) as unknown, scenarios: [{}, {}] });
    const again = await add16('--json');
    expect([again.code, again.json]).toMatchObject([0, { recognised: true, scenarios: json.scenarios }]);
  });

  it('is recorded with answers from a file', async () => {
    const seventeen = text(17, PORT);
    const day = ['--published-on', '2026-06-12'];
    const { json } = await add('17.txt', seventeen, ...day, '--dry-run', '--json');
    const answers = join(folder, 'answers.json');
    const dropped = [{ scenario: json.differences.dropped[0].id, why: 'Prices have settled.' }];
    await writeFile(answers, JSON.stringify({ dropped }));
    const recorded = await add('17.txt', seventeen, ...day, '--choices', answers, '--json');
    expect([recorded.code, recorded.json.scenarios.length]).toEqual([0, 1]);
    await writeFile(answers, JSON.stringify({ drop: [] }));
    const unknown = await add('18.txt', text(18, CLIMB), '--choices', answers, '--json');
    expect([unknown.code, unknown.json.error.code]).toEqual([1, 'validation_failed']);
  });

  it('leaves nothing for verify to find', async () => {
    const { code, json } = await hindcast(place.url, 'verify', '--json');
    expect([code, json.differences]).toEqual([0, 0]);
  });
});

describe('hindcast briefing add, of a text without a scenario', () => {
  it('ends with 1 and says so, also with --dry-run', async () => {
    const none = 'Harbour strike\n\nThe port stays shut\n\nNobody moves.\n';
    const { code, stdout } = await add('none.txt', none, '--dry-run');
    expect([code, stdout]).toEqual([1, expect.stringContaining('no scenario was found')]);
    const { code: dry, json } = await add('none.txt', none, '--dry-run', '--json');
    expect([dry, json.scenarios]).toEqual([1, []]);
  });
});
