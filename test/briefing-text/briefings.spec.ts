import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readBriefing, renderBriefing, type BriefingReading } from '../../src/briefing-text/index.js';

const FOLDER = join(import.meta.dirname, 'briefings');
const TODAY = '2026-06-30';
const files = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));

function read(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

/** What a reading is about: everything but line numbers and remarks. */
function draft({ briefing, scenarios }: BriefingReading) {
  return { briefing, scenarios: scenarios.map(({ line: _, ...scenario }) => scenario) };
}

describe('Briefings in the layouts that people paste', () => {
  it('has at least fourteen of them', () => {
    expect(files.length).toBeGreaterThanOrEqual(14);
  });

  it.each(files)('%s reads as set down beside it', (file) => {
    const expected: unknown = JSON.parse(read(`${file}.json`));
    expect(readBriefing(read(file), { today: TODAY })).toEqual(expected);
  });

  it.each(files)('%s gives the same draft when its rendering is read', (file) => {
    const reading = readBriefing(read(file), { today: TODAY });
    expect(draft(readBriefing(renderBriefing(reading)))).toEqual(draft(reading));
  });

  it.each(files)('%s names the line where each scenario begins', (file) => {
    const { scenarios, refused } = readBriefing(read(file), { today: TODAY });
    const lines = read(file).split(/\r?\n/);
    for (const { line, kind } of scenarios) {
      // The label stands on that line; or above it (a list under "Risks"); or just below its statement.
      const isLabel = (text: string) =>
        /^[^a-z]{0,20}(risk|opportunit|consequence)/i.test(text.replace(/<[^>]+>/g, ''));
      const above = lines.slice(0, line).filter(isLabel).at(-1);
      const label = [lines[line], above].find(
        (text) => text && isLabel(text) && text.toLowerCase().includes(kind.slice(0, 6)),
      );
      expect(isLabel(lines[line - 1]!) ? lines[line - 1]!.toLowerCase() : label?.toLowerCase()).toContain(
        kind.slice(0, 6),
      );
    }
    for (const { line, text } of refused) {
      expect(lines[line - 1]).toContain(text.split(' ')[0]);
    }
  });
});
