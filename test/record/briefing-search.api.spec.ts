import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BriefingListItem } from '../../src/briefings/briefing.dto.js';
import type { Page } from '../../src/http/paging.js';
import { RedactionsService } from '../../src/redactions/redactions.service.js';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
let topic: string;
let id: string;
const HEADLINE = 'Züge halten in Kiel';
beforeAll(async () => {
  desk = await Desk.open();
  topic = await desk.topic();
  id = (await written()).briefing.id!;
});
afterAll(() => desk.close());

const TEXT = { pasted: 'Cookie notice of the kiosk' };
const written = (fields: Record<string, unknown> = {}) =>
  desk.briefing(topic, {
    ...{ headline: HEADLINE, standfirst: 'Signals failed.', takeaway: 'Wait for the crew.' },
    sections: [{ heading: 'On the line', body: 'A swan sat on the track near the lighthouse.' }],
    perspectives: [{ actor: 'The drivers', body: 'They ask for umbrellas.' }],
    text: TEXT.pasted,
    ...fields,
  });
const found = async (q: string, as?: 'analyst' | 'editor', more = '') =>
  (await desk.read<Page<BriefingListItem>>(`briefings?q=${encodeURIComponent(q)}${more}`, as)).items.map(
    (one) => one.id,
  );

describe('a search in briefings', () => {
  it.each([
    ['a word of the headline, without its marks', 'zuge'],
    ['the beginning of a word', 'kie'],
    ['words of several parts, in any order', 'crew swan signals'],
    ['what an actor says', 'umbrellas drivers'],
    ['the heading of a section', 'line'],
  ])('finds by %s', async (_, q) => expect(await found(q)).toEqual([id]));

  it('finds nothing where one word is missing, and where no word is asked for', async () => {
    expect(await found('swan heron')).toEqual([]);
    expect(await found('%')).toEqual([]);
    expect(await found('swan', undefined, `&topic=${await desk.topic()}`)).toEqual([]);
  });

  it('finds by what was pasted for the desk alone', async () => {
    expect(await found('cookie')).toEqual([]);
    expect(await found('cookie', 'analyst')).toEqual([id]);
  });

  it('finds no briefing before it is public, and none that is of the desk: by its words, counts or pages', async () => {
    const later = await written({ headline: 'Ein Reiher landet', publicAt: '2026-06-20T06:00:00Z' });
    const hidden = await written({ headline: 'Ein Reiher schweigt', publicAt: null });
    expect(await found('reiher')).toEqual([]);
    expect((await found('reiher', 'analyst')).sort()).toEqual([later.briefing.id, hidden.briefing.id].sort());
    expect((await desk.call<string>('GET', '/briefings?q=reiher')).status).toBe(200);
    desk.today('2026-06-21');
    expect(await found('reiher')).toEqual([later.briefing.id]);
    desk.today(OPENING_DAY);
  });

  it('finds by what stands there now: the corrected words, the latest version', async () => {
    const { briefing } = await written({ headline: 'Die Moewe gewinnt' });
    await desk.erratum('briefings', { id: briefing.id! }, 'headline', 'Der Kormoran gewinnt');
    expect(await found('kormoran')).toEqual([briefing.id]);
    expect(await found('moewe')).toEqual([]);
  });

  it('finds nothing by words that were ordered away', async () => {
    const { briefing } = await written({ headline: 'Otto Quast verklagt' });
    const redactions = desk.app.service(RedactionsService);
    const viewer = await desk.app.service(AccountsService).commandLine();
    for (const { text } of await redactions.fields('briefing', briefing.id!))
      if (text.body?.includes('Quast')) await redactions.redact(text.id, 'A court’s order.', viewer);
    expect(await found('quast', 'editor')).toEqual([]);
  });
});
