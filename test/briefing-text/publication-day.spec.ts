import { describe, expect, it } from '@jest/globals';
import { readBriefing } from '../../src/briefing-text/index.js';

interface Parts {
  header?: string;
  body?: string;
  source?: string;
  today?: string;
}

function dayOf({ header = '', body = 'The board met.', source = '', today }: Parts) {
  const reported = source ? `First Reported In\nUpdate #1\n${source}\n` : '';
  const text = `Quarry Strike\n${header}\nOwners walk out\n\nA board sat.\n\nTradeOngoing\nKey takeaway\nNothing.\n\n${body}\n\n${reported}`;
  const reading = readBriefing(text, today ? { today } : {});
  const said = reading.warnings.find(({ code }) => code === 'publication_day')?.message ?? null;
  return { day: reading.briefing.publishedOn, said };
}

describe('The publication day', () => {
  it.each([
    ['2026-05-03', '2026-05-03'],
    ['3 May 2026', '2026-05-03'],
    ['3MAY2026', '2026-05-03'],
    ['May 3, 2026', '2026-05-03'],
    ['Sunday 3rd May 2026', '2026-05-03'],
    ['Published: 3 May 2026, 10:51 UTC', '2026-05-03'],
    ['2026-05-03T10:51:00Z', '2026-05-03'],
    ['03.05.2026', '2026-05-03'],
    ['13/05/2026', '2026-05-13'],
  ])('is a full date in the header: %s', (header, day) => {
    expect(dayOf({ header, source: 'Gazette · 1 May 2026' })).toEqual({ day, said: null });
  });

  it('is else the source line’s, and a header that disagrees is named', () => {
    const { day, said } = dayOf({ header: '21 APR', source: 'Gazette · 3 May 2026' });
    expect(day).toBe('2026-05-03');
    expect(said).toContain('2026-04-21');
  });

  it('needs no warning where the header’s day and month agree with the source line', () => {
    expect(dayOf({ header: '3MAY', source: 'Gazette · 3 May 2026' })).toEqual({
      day: '2026-05-03',
      said: null,
    });
  });

  it.each([
    ['a full date in the text', { header: '2 JAN', body: 'The pit shut on 30 December 2025.' }, '2026-01-02'],
    ['the day of reading', { header: '2 JAN', today: '2026-03-01' }, '2026-01-02'],
    ['the day of reading, never later than it', { header: '2 DEC', today: '2026-03-01' }, '2025-12-02'],
  ])('is else the header’s day and month, with the year from %s', (_, parts, day) => {
    const finding = dayOf(parts);
    expect(finding.day).toBe(day);
    expect(finding.said).toContain('inferred');
  });

  it('is unknown where nothing tells the year', () => {
    expect(dayOf({ header: '2 JAN' }).day).toBeNull();
  });

  it('is never a date from the body or a perspective', () => {
    const body =
      'The pit shut on 4 May 2026.\n\nDifferent Perspectives\nOwners\nThe owners left on 6 May 2026.';
    expect(dayOf({ body }).day).toBeNull();
  });

  it('is not a header date before a day that the body recounts', () => {
    const { day, said } = dayOf({ header: '1 May 2026', body: 'The pit shut on 4 May.' });
    expect(day).toBeNull();
    expect(said).toContain('2026-05-01');
    expect(said).toContain('2026-05-04');
  });

  it('stands though the body names days still to come', () => {
    const body =
      'Talks are planned for 9 May. The owners asked for a pause around the 12 May fair. A vote will be held on 20 May.';
    expect(dayOf({ header: '1 May 2026', body })).toEqual({ day: '2026-05-01', said: null });
  });

  it('is not guessed from figures that read two ways', () => {
    const reading = readBriefing('Quarry\n03/05/2026\nOwners walk out\n\nA board sat.');
    expect(reading.briefing.publishedOn).toBeNull();
    expect(reading.warnings.map(({ code }) => code)).toContain('ambiguous_date');
  });

  it('can be given by the caller, which silences the guess', () => {
    const reading = readBriefing('Quarry\n21 APR\nOwners walk out', {
      overrides: { publishedOn: '2026-04-22' },
    });
    expect(reading.briefing.publishedOn).toBe('2026-04-22');
    expect(reading.warnings.map(({ code }) => code)).not.toContain('publication_day');
  });
});
