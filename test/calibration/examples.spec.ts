/** Every `@example f(…) // => value` in a docstring of the engine is run and held to its word. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import * as engine from '../../src/calibration/index.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../src/calibration');

const examples = readdirSync(folder)
  .filter((file) => !['index.ts', 'tally.ts', 'report.ts'].includes(file))
  .map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return {
      file,
      lines: [...text.matchAll(/@example (.+) \/\/ => (.+)/g)].map((m) => [m[1]!, m[2]!] as const),
    };
  });

function evaluate(expression: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the engine's own docstrings
  const run = new Function(...Object.keys(engine), `return (${expression});`) as (
    ...args: unknown[]
  ) => unknown;
  return run(...Object.values(engine));
}

/** Numbers are compared to seven digits, so that an example may be written short. */
function expectLike(actual: unknown, expected: unknown): void {
  if (typeof expected === 'number') expect(actual).toBeCloseTo(expected, 7);
  else if (expected instanceof Map || typeof expected !== 'object' || expected === null) {
    expect(actual).toEqual(expected);
  } else {
    expect(Object.keys(actual as object)).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) {
      expectLike((actual as Record<string, unknown>)[key], value);
    }
  }
}

describe.each(examples)('$file', ({ lines }) => {
  it('has an example', () => expect(lines.length).toBeGreaterThan(0));
  it.each(lines)('%s is %s', (expression, value) => expectLike(evaluate(expression), evaluate(value)));
});
