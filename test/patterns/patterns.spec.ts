import { beforeAll, describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { attacksOn } from './attacks.js';
import { BoundedWork } from './work.js';

/*
 * Every pattern of the program takes time in proportion to the text. ESLint proves it of those that are written out (see
 * eslint.config.js); here those that are put together while the program runs are proved the same way, and all of them are
 * run against texts made of their own parts.
 */

const root = resolve(import.meta.dirname, '../..');
const PACKAGES = [
  'statements',
  'briefing-text',
  'matching',
  'lexicon',
  'texts',
  'topics',
  'http',
  'briefings',
  'scenarios',
];
const OTHERS = ['src', 'client/src', 'bench', 'migrations'];

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));

interface Found {
  where: string;
  pattern: RegExp;
}

/** Patterns that are written out, and the files that put some together. */
function readSources(): { literals: Found[]; builders: string[] } {
  const literals = new Map<string, Found>();
  const builders = new Set<string>();
  for (const file of OTHERS.flatMap(filesUnder)) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, text, flags] = /^\/(.*)\/(\w*)$/su.exec(node.text)!;
        literals.set(node.text, { where: file, pattern: new RegExp(text!, flags) });
      }
      if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText(source) === 'RegExp'
      )
        builders.add(file);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals: [...literals.values()], builders: [...builders].sort() };
}

/** Patterns that the modules of the packages put together when they are loaded, with the file that did. */
async function load(): Promise<Found[]> {
  const built = new Map<string, Found>();
  const own = new Set(filesUnder('src'));
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, values, newTarget) {
      const pattern = Reflect.construct(target, values, newTarget) as RegExp;
      const caller = new Error().stack!.split('\n').find((line) => line.includes(`${root}/src/`));
      const where = caller?.slice(caller.indexOf(`${root}/src/`) + root.length + 1).split(':')[0];
      if (where && own.has(where)) built.set(String(pattern), { where, pattern });
      return pattern;
    },
  });
  try {
    for (const file of PACKAGES.flatMap((name) => filesUnder(`src/${name}`))) await import(join(root, file));
  } finally {
    globalThis.RegExp = Original;
  }
  return [...built.values()];
}

/** Why a text that matches is sought for longer than in proportion; null where it is not. */
function faultOf({ where, pattern }: Found): string | null {
  const attacks = attacksOn(pattern);
  if (attacks.length === 0) return null;
  const everywhere = new RegExp(pattern.source, [...new Set(`${pattern.flags}g`)].join(''));
  const search = new BoundedWork((text) => text.replace(everywhere, ''));
  for (const { before, pump, end } of attacks) {
    const growth = search.growth((length) => before + pump.repeat(Math.ceil(length / pump.length)) + end);
    if (growth) return `${where}: ${String(pattern)}: ${growth}, on ${JSON.stringify([before, pump, end])}`;
  }
  return null;
}

const { literals, builders } = readSources();
let built: Found[] = [];
beforeAll(async () => {
  built = await load();
});

describe('a pattern', () => {
  it('is known here wherever it is put together', () => {
    expect(literals.length).toBeGreaterThan(500);
    expect(builders).toEqual([...new Set(built.map(({ where }) => where))].sort());
  });

  it('that is put together is proved as one that is written out', () => {
    const linter = new Linter();
    const faults = built.flatMap(({ where, pattern }) =>
      linter
        .verify(`${String(pattern)}.test("");`, {
          plugins: { regexp },
          rules: {
            'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
            'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
          },
        })
        .map(({ message }) => `${where}: ${message}: ${String(pattern)}`),
    );
    expect(faults).toEqual([]);
  });

  it('takes no more than in proportion to a text made of its own parts', () => {
    expect([...built, ...literals].map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  it.each([
    ['exponential', /^(?:\p{Lu}[\p{L}.-]* ?)+and/u],
    ['quadratic', /[\s.]+$/],
    ['quadratic in its start', /\d+ (?:month|year)/],
    ['quadratic behind a word', /\bthat\b[^,;]*$/],
  ])('that is %s is noticed', (_, pattern) => {
    expect(faultOf({ where: 'here', pattern })).not.toBeNull();
  });
});
