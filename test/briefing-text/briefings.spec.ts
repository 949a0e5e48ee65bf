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
      // Where the label stands below its statement, the item still begins with the statement.
      const near = lines.slice(line - 1, line + 2).join(' ');
      expect(near.toLowerCase()).toContain(kind === 'opportunity' ? 'opportunit' : kind);
    }
    for (const { line, text } of refused) {
      expect(lines[line - 1]).toContain(text.split(' ')[0]);
    }
  });
});
