import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TallyAudit } from '../../src/tallies/tally-audit.js';
import { Desk } from '../record/desk-builders.js';

describe('verify, of events and briefings', () => {
  let desk: Desk;
  let event: string;
  let briefing: string;
  const verify = () => desk.app.service(TallyAudit).verify();

  beforeAll(async () => {
    desk = await Desk.open();
    desk.today('2026-06-20');
    const topic = await desk.topic();
    event = (await desk.event(topic, { standing: 'reported' })).id;
    await desk.event(topic); // as first recorded: nothing to hold it against but its standing
    await desk.post(`events/${event}/standings`, { standing: 'confirmed', reason: 'Seen.' });
    await desk.erratum('events', { id: event }, 'occurredOn', '2026-06-17');
    await desk.publish('events', { id: event }, 'now');
    const { briefing: made } = await desk.briefing(topic);
    briefing = made.id!;
    await desk.publish('briefings', { id: briefing }, null);
  });
  afterAll(() => desk.close());

  it.each([
    ['event', 'standing', 'confirmed', 'disputed'],
    ['event', 'occurredOn', '2026-06-17', '2026-06-16'],
    ['event', 'publicAt', '2026-06-20T12:00:00.000Z', '2026-06-18T12:00:00.000Z'],
    ['briefing', 'publicAt', null, '2026-06-18T12:00:00.000Z'],
  ])('finds a difference planted in %s.%s, names it, and repairs it', async (table, column, was, planted) => {
    const row = table === 'event' ? event : briefing;
    expect((await verify()).named).toEqual([]);
    await desk.write(`UPDATE "${table}" SET "${column}" = '${planted}' WHERE "id" = '${row}'`);
    expect((await verify()).named).toEqual([{ table, row, column, stored: planted, expected: was }]);
    await desk.app.service(TallyAudit).repair();
    expect((await verify()).named).toEqual([]);
  });
});
