import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { TokensService } from '../../src/accounts/tokens.service.js';
import { newId } from '../../src/database/ids.js';
import { RedactionsService } from '../../src/redactions/redactions.service.js';
import { ScenarioRecords } from '../../src/scenario-records/scenario-records.service.js';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';

let desk: Desk;
let topic: string;
beforeAll(async () => {
  desk = await Desk.open();
  topic = await desk.topic();
});
afterAll(() => desk.close());

const body = (statement: string) => ({ topic, kind: 'risk', term: 'short', statement, probability: 0.4 });
const send = (path: string, sent: object, key: string, as: 'analyst' | 'editor' = 'analyst') =>
  desk.post<ScenarioRecord & { code: string }>(path, sent, as, { 'idempotency-key': key });
const said = (statement: string) => desk.listed(`topic=${topic}&q=${encodeURIComponent(statement)}`);

describe('a request with an Idempotency-Key', () => {
  it('is carried out once: again, it has the same answer', async () => {
    const key = newId();
    const first = await send('scenarios', body('The first.'), key);
    const again = await send('scenarios', body('The first.'), key);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(await said('the first')).toHaveLength(1);
  });

  it('is carried out once when twenty come in parallel, by a forecaster whom nobody knew', async () => {
    const key = newId();
    const sent = { ...body('All at once.'), forecaster: 'Newly Come' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('scenarios', sent, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await said('all at once')).toHaveLength(1);
  });

  it('is carried out once when twenty log an event in parallel', async () => {
    const key = newId();
    const sent = { topic, headline: 'Gates shut at once', occurredOn: OPENING_DAY };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('events', sent, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('is the same in whatever order the body has its keys, at every depth', async () => {
    const key = newId();
    const criteria = { text: 'The bulletin.', edgeCases: [{ case: 'a day late', counts: false }] };
    const turned = { edgeCases: [{ counts: false, case: 'a day late' }], text: 'The bulletin.' };
    const first = await send('scenarios', { ...body('In order.'), criteria }, key);
    const again = await send('scenarios', { criteria: turned, ...body('In order.') }, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });

  it('has its answer, though the server failed between the commit and the answer', async () => {
    const key = newId();
    const failing = jest
      .spyOn(desk.app.service(ScenarioRecords), 'show')
      .mockRejectedValueOnce(new Error('the power went'));
    expect((await send('scenarios', body('Cut off.'), key)).status).toBe(500);
    failing.mockRestore();
    const again = await send('scenarios', body('Cut off.'), key);
    expect([again.status, again.body.statement]).toEqual([201, 'Cut off.']);
    expect(await said('cut off')).toHaveLength(1);
  });

  it('keeps no secret, and refuses a repeat of what is shown once', async () => {
    const { account } = await desk.app.service(AccountsService).add('token maker', 'analyst');
    const { key: login } = await desk.app.service(SessionsService).open(account);
    const key = newId();
    const make = () =>
      desk.call<{ code: string; token: string }>('POST', 'tokens', {
        body: { name: 'script', scope: 'analyst' },
        headers: {
          cookie: `hindcast_session=${login}`,
          'sec-fetch-site': 'same-origin',
          'idempotency-key': key,
        },
      });
    const [first, again] = [await make(), await make()];
    expect([first.status, again.status, again.body.code]).toEqual([201, 409, 'already_done']);
    const rows = await desk.sql<object>('SELECT * FROM "idempotency_key"');
    expect(JSON.stringify(rows)).not.toContain(first.body.token);
    expect((await desk.app.service(TokensService).list(account.id)).map(({ name }) => name)).toEqual([
      ...['script', 'from the command line'],
    ]);
  });

  it('forgets what it answered where a text is redacted, and is still carried out once', async () => {
    const key = newId();
    const sent = { topic, headline: 'Named in error', occurredOn: OPENING_DAY };
    const { body: event } = await send('events', sent, key);
    const redactions = desk.app.service(RedactionsService);
    const fields = await redactions.fields('event', event.id);
    const { text } = fields.find(({ field }) => field === 'headline')!;
    await redactions.redact(
      text.id,
      'A court’s order.',
      await desk.app.service(AccountsService).commandLine(),
    );
    const rows = await desk.sql<object>('SELECT * FROM "idempotency_key"');
    expect(JSON.stringify(rows)).not.toContain('Named in error');
    await desk.refuses(() => send('events', sent, key) as never, 409, 'already_done');
  });

  it('is refused with another body, or at another address', async () => {
    const key = newId();
    const { body: scenario } = await send('scenarios', body('The one.'), key);
    const other = () => send('scenarios', body('The other.'), key) as never;
    await desk.refuses(other, 422, 'idempotency_key_reused');
    const elsewhere = () => send(`scenarios/${scenario.id}/forecasts`, { probability: 0.5 }, key) as never;
    await desk.refuses(elsewhere, 422, 'idempotency_key_reused');
  });

  it('leaves its key free where it was refused', async () => {
    const key = newId();
    expect((await send('scenarios', { ...body('Wrong.'), probability: 7 }, key)).status).toBe(422);
    expect((await send('scenarios', body('Right.'), key)).status).toBe(201);
  });

  it('shares no key with another account', async () => {
    const key = newId();
    const mine = await send('scenarios', body('Ours.'), key);
    const theirs = await send('scenarios', body('Ours.'), key, 'editor');
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('revises and withdraws once', async () => {
    const { body: scenario } = await send('scenarios', body('To revise.'), newId());
    const [revision, withdrawal] = [newId(), newId()];
    for (let time = 0; time < 2; time += 1)
      expect((await send(`scenarios/${scenario.id}/forecasts`, { probability: 0.5 }, revision)).status).toBe(
        201,
      );
    expect((await desk.show(scenario, 'analyst')).forecasts).toHaveLength(2);
    for (let time = 0; time < 2; time += 1)
      expect((await send(`scenarios/${scenario.id}/withdrawals`, {}, withdrawal)).status).toBe(201);
  });

  it('forgets a key after seven days', async () => {
    const key = newId();
    await send('scenarios', body('Long ago.'), key);
    desk.today('2026-06-23');
    await send('scenarios', body('Today.'), newId());
    expect((await send('scenarios', body('Another.'), key)).status).toBe(201);
    desk.today(OPENING_DAY);
  });

  it.each(['short', 'with space', 'x'.repeat(201)])('is refused where the key is “%s”', async (key) => {
    const refused = () => send('scenarios', body('No.'), key) as never;
    await desk.refuses(refused, 422, 'validation_failed');
  });
});
