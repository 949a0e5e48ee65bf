import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/database/ids.js';
import { TextAudit } from '../../src/redactions/text-audit.js';
import { digestOf } from '../../src/texts/texts.js';
import { Desk } from '../record/desk-builders.js';
import { hindcast } from '../support/cli.js';

const SECRET = 'Some words that are nobody’s business.';
const AT = '2026-06-15T12:00:00.000Z';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
  const { id } = await desk.scenario(await desk.topic(), { rationale: 'The mood.', premise: 'If it rains' });
  await hindcast(
    desk.app.place.url,
    ...['redact', '--scenario', id, '--field', 'premise', '--reason', 'x', '--yes'],
  );
});
afterEach(() => desk.close());

const quoted = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);

/** A row as no program of ours writes it. */
async function plant(
  body: string | null,
  { digest = digestOf(SECRET), redactedAt = null }: Record<string, string | null> = {},
): Promise<string> {
  const id = newId();
  const values = [id, body, digest, redactedAt].map(quoted).join(', ');
  await desk.write(`INSERT INTO "text" ("id", "body", "digest", "redactedAt") VALUES (${values})`);
  return id;
}

async function plantRedaction(textId: string): Promise<void> {
  const [{ reasonId, redactedById }] = (await desk.sql('SELECT * FROM "redaction"')) as [
    Record<string, string>,
  ];
  await desk.write(
    `INSERT INTO "redaction" ("id", "recordedAt", "textId", "reasonId", "redactedById")
      VALUES ('${newId()}', '${AT}', '${textId}', '${reasonId}', '${redactedById}')`,
  );
}

const verify = async () => (await desk.app.service(TextAudit).verify()).named;

describe('verify, of texts', () => {
  it('finds nothing where texts are as recorded, also after a redaction', async () => {
    expect(await verify()).toEqual([]);
    const { code, json } = await hindcast(desk.app.place.url, 'verify', '--json');
    expect([code, json]).toMatchObject([0, { differences: 0, named: [] }]);
    expect((json as { texts: number }).texts).toBeGreaterThan(3);
  });

  it.each<[string, () => Promise<string>, string, string]>([
    ['whose digest no longer matches its words', () => plant(`${SECRET}!`), 'text', 'digest'],
    [
      'blanked without a redaction on record',
      () => plant(null, { redactedAt: AT }),
      'redaction',
      'the whole row',
    ],
    [
      'that stands, though its redaction is on record',
      async () => {
        const id = await plant(SECRET, { redactedAt: AT });
        await plantRedaction(id);
        return id;
      },
      'text',
      'body',
    ],
    [
      'redacted at another time than is on record',
      async () => {
        const id = await plant(null, { redactedAt: '2026-06-14T12:00:00.000Z' });
        await plantRedaction(id);
        return id;
      },
      'text',
      'redactedAt',
    ],
  ])('names one %s, and never its words', async (_, planted, table, column) => {
    const row = await planted();
    const named = await verify();
    expect(named).toEqual(expect.arrayContaining([expect.objectContaining({ table, row, column })]));
    expect(new Set(named.map((one) => one.row))).toEqual(new Set([row]));
    const { code, stdout } = await hindcast(desk.app.place.url, 'verify', '--repair');
    expect([code, stdout]).toEqual([1, expect.stringContaining('look for it in a backup')]);
    expect(stdout).not.toContain('nobody’s business');
  });
});
