/** Every exported function of the engine has an `@example f(…) // => value`, and each is run and held to its word. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../src/calibration');
const names = readdirSync(folder).filter((name) => name !== 'index.ts');

/** All that the engine's files export, not only what its index hands on. */
const engine: Record<string, unknown> = {};
for (const name of names) {
  Object.assign(engine, await import(`../../src/calibration/${name.replace('.ts', '.js')}`));
}

/** Each exported function with its docstring. */
const functions = names.flatMap((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return [...text.matchAll(/(?:\/\*\*((?:(?!\*\/).)*)\*\/\n)?export function (\w+)/gs)].map((found) => ({
    name: found[2]!,
    examples: [...(found[1] ?? '').matchAll(/@example (.+) \/\/ => (.+)/g)].map(
      (m) => [m[1]!, m[2]!] as const,
    ),
  }));
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

describe.each(functions)('$name', ({ examples }) => {
  it('has an example', () => expect(examples.length).toBeGreaterThan(0));
  it.each(examples)('%s is %s', (expression, value) => expectLike(evaluate(expression), evaluate(value)));
});
