import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BriefingReadingView } from '../../src/forecasts/forecast.dto.js';
import type { HandoverListItem, HandoverView } from '../../src/forecasts/handover.dto.js';
import type { Page } from '../../src/http/paging.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const GRAIN = {
  kind: 'consequence',
  term: 'long',
  probability: 0.3,
  statement: 'Grain prices rise by 20 %.',
};
const REWORDED = { ...GRAIN, statement: 'Grain prices climb by 20 %.' };

/** An edition that only an editor can record, handed on by the analyst. */
async function handedOn(note?: string) {
  const topic = await desk.topic();
  const { scenarios } = await desk.briefing(topic, { edition: 'Update #1', scenarios: [GRAIN] });
  const edition = {
    ...{ topic, headline: 'Dearer bread', edition: 'Update #2', publishedOn: OPENING_DAY },
    scenarios: [REWORDED],
  };
  const { status, body } = await desk.post<HandoverView>(
    ...(['handovers', { briefing: edition, ...(note && { note }) }, 'analyst'] as const),
  );
  expect(status).toBe(201);
  const choices = [{ scenario: scenarios[0]!.id!, as: 'clarified' }];
  return { handover: body, edition, choices };
}
const list = async (state: 'waiting' | 'ended', as: 'analyst' | 'editor' = 'editor') =>
  (await desk.read<Page<HandoverListItem>>(`handovers?state=${state}&limit=200`, as)).items;
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('a briefing that only an editor may judge', () => {
  it('is handed on whole, waits for every editor, and nothing of it counts meanwhile', async () => {
    const { handover, edition } = await handedOn('Is it the same?');
    const shown = await desk.read<HandoverView>(`handovers/${handover.id}`, 'editor');
    expect(shown).toMatchObject({
      ...{ headline: 'Dearer bread', note: 'Is it the same?', mine: false, ended: null, briefing: edition },
    });
    expect(ids(await list('waiting'))).toContain(handover.id);
    expect(ids(await list('waiting', 'analyst'))).toContain(handover.id);
    expect(await desk.read(`briefings?topic=${edition.topic}`)).toMatchObject({ items: [{}] });
  });

  it('ends when an editor records it, with what came of it', async () => {
    const { handover, choices } = await handedOn();
    const { briefing } = await desk.read<HandoverView>(`handovers/${handover.id}`, 'editor');
    const body = { ...briefing, choices, handover: handover.id };
    const recorded = await desk.post<BriefingReadingView>('briefings', body);
    expect(recorded.status).toBe(201);
    const { ended } = await desk.read<HandoverView>(`handovers/${handover.id}`, 'analyst');
    expect(ended).toMatchObject({ briefing: recorded.body.briefing.id, reason: null });
    expect(ids(await list('waiting'))).not.toContain(handover.id);
    expect(ids(await list('ended', 'analyst'))).toContain(handover.id);
    await desk.refuses(() => desk.post('briefings', body), 409, 'handover_ended');
  });

  it('is recorded as of when an editor records it: handing it on is not the record', async () => {
    const { handover, choices } = await handedOn();
    desk.today('2026-06-25');
    const body = { ...handover.briefing, scenarios: [{ ...REWORDED, probability: 0.6 }], choices };
    await desk.post('briefings', { ...body, handover: handover.id });
    desk.today(OPENING_DAY);
    const { forecasts } = await desk.show({ id: choices[0]!.scenario });
    expect(forecasts.at(-1)).toMatchObject({ probability: 0.6, archival: true });
  });

  it('stays where its recording is refused', async () => {
    const { handover } = await handedOn();
    const body = { ...handover.briefing, handover: handover.id };
    await desk.refuses(() => desk.post('briefings', body), 409, 'edition_unanswered');
    expect(ids(await list('waiting'))).toContain(handover.id);
  });

  it('is sent back with a reason, once', async () => {
    const { handover } = await handedOn();
    const end = () => desk.post(`handovers/${handover.id}/ends`, { reason: 'Not yet.' });
    expect((await end()).status).toBe(201);
    const { ended } = await desk.read<HandoverView>(`handovers/${handover.id}`, 'analyst');
    expect(ended).toMatchObject({ briefing: null, reason: 'Not yet.' });
    await desk.refuses(end, 409, 'handover_ended');
  });

  it('is seen by whoever handed it on, and by editors; by no other analyst', async () => {
    const { status, body } = await desk.post<HandoverView>(
      ...(['handovers', { briefing: { text: TEXT, topic: 'Bread' } }, 'editor'] as const),
    );
    expect([status, body.mine, body.briefing]).toEqual([201, true, { text: TEXT, topic: 'Bread' }]);
    expect(ids(await list('waiting', 'analyst'))).not.toContain(body.id);
    for (const path of [`handovers/${body.id}`])
      expect((await desk.call('GET', path, { as: 'analyst' })).status).toBe(404);
    const end = () => desk.post(`handovers/${body.id}/ends`, { reason: 'Mine now.' }, 'analyst');
    await desk.refuses(end, 404, 'not_found');
  });

  it('must be a briefing: with a headline, a topic and a scenario', async () => {
    const send = () => desk.post('handovers', { briefing: { text: 'Bread.' } }, 'analyst');
    await desk.refuses(send, 422, 'briefing_incomplete');
  });
});

const TEXT =
  'Bread is dear\n\nWhat could happen next?\n\nRisk\nShort term · 0.4\nThe mill shuts for a week.\n';
