import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The rooms of `src/` by rank. A file imports only from a lower rank or its own room. */
const RANKS: string[][] = [
  [
    'calibration',
    'briefing-text',
    'statements',
    'matching',
    'config.ts',
    'clock.ts',
    'days.ts',
    'group-by.ts',
    'problems.ts',
  ],
  ['database', 'http', 'texts', 'lexicon'],
  ['accounts', 'settings', 'amendments', 'topics', 'forecasters', 'events'],
  ['briefings', 'scenarios'],
  ['forecasts'],
  ['evidence', 'suggestions', 'resolutions', 'errata'],
  ['tallies', 'track-records', 'scenario-records', 'rereads'],
  ['imports', 'exports', 'feeds', 'pages', 'redactions', 'verification', 'example-desk'],
  [
    ...['cli', 'app.module.ts', 'surroundings.module.ts', 'main.ts', 'schema.ts', 'create-app.ts'],
    ...['openapi.ts', 'write-openapi.ts'],
  ],
];

/** Within a rank, later rooms may use earlier ones along these lines only. */
const WITHIN_A_RANK: string[][] = [
  ['days.ts', 'briefing-text', 'statements', 'matching'],
  ['database', 'http'],
  ['database', 'texts'],
  ['accounts', 'amendments', 'events'],
  ['accounts', 'topics', 'forecasters', 'events'],
  ['briefings', 'scenarios'],
  ['evidence', 'suggestions', 'resolutions', 'errata'],
  ['tallies', 'track-records', 'scenario-records'],
  ['pages', 'exports'],
  [
    'openapi.ts',
    'surroundings.module.ts',
    'app.module.ts',
    'schema.ts',
    'create-app.ts',
    'cli',
    'main.ts',
    'write-openapi.ts',
  ],
];

/** Rooms of pure functions: they may use no package but these. */
const PURE: Record<string, string[]> = {
  calibration: [],
  'briefing-text': ['chrono-node', 'htmlparser2', 'luxon'],
  statements: ['chrono-node', 'luxon'],
  matching: [],
};

const root = resolve(import.meta.dirname, '..');

interface SourceFile {
  /** From the root of the project. */
  path: string;
  text: string;
  imports: string[];
}

function filesUnder(folder: string): SourceFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(root, path), 'utf8');
      const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
      return { path, text, imports };
    });
}

const src = filesUnder('src');
const client = filesUnder('client/src');
const migrations = filesUnder('migrations');

/** The path from the root of the project that a relative import means. */
function target(file: SourceFile, specifier: string): string {
  return relative(root, resolve(root, dirname(file.path), specifier)).replace(/\.js$/, '.ts');
}

const compiled = new Map<string, string>();

/** A file as it runs; types are gone by then, but for those by which services are given. */
function compile({ path, text }: SourceFile): string {
  const known = compiled.get(path);
  const output = known ?? transformSync(text, { filename: join(root, path), sourceMaps: false }).code;
  compiled.set(path, output);
  return output;
}

/** What a file imports to run, at once or later. */
function valueImports(file: SourceFile): string[] {
  return ts.preProcessFile(compile(file), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** What is loaded as soon as a file is. */
const staticImports = (file: SourceFile): string[] =>
  [...compile(file).matchAll(/^(?:import|export)\s(?:[^'"();]*\sfrom\s)?\s*['"]([^'"]+)['"]/gm)].map(
    ([, specifier]) => specifier!,
  );

const everyFile = new Map([...src, ...client].map((file) => [file.path, file]));

/** The files and the packages that are loaded with one file. */
function loadedWith(path: string): { files: string[]; packages: string[] } {
  const reached = new Set([path]);
  const packages = new Set<string>();
  for (const one of reached) {
    const file = everyFile.get(one)!;
    for (const specifier of staticImports(file)) {
      const found = target(file, specifier);
      if (!isRelative(specifier)) packages.add(packageOf(specifier));
      else if (!found.startsWith('migrations/')) reached.add(everyFile.has(found) ? found : `${found}x`);
    }
  }
  const installed = [...packages].filter((name) => !name.startsWith('node:'));
  return { files: [...reached].sort(), packages: installed.sort() };
}

const roomOf = (path: string) => path.split('/')[1]!;
const rankOf = (room: string) => RANKS.findIndex((rooms) => rooms.includes(room));
const isRelative = (specifier: string) => specifier.startsWith('.');
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function mayImport(from: string, to: string): boolean {
  if (from === to || rankOf(to) < rankOf(from)) return true;
  return WITHIN_A_RANK.some((line) => line.includes(to) && line.indexOf(to) < line.indexOf(from));
}

/** One line for each import that breaks a rule. */
function violations(files: SourceFile[], breaks: (file: SourceFile, specifier: string) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((specifier) => breaks(file, specifier))
      .map((specifier) => `${file.path} → ${specifier}`),
  );
}

describe('the house', () => {
  it('has a rank for every room', () => {
    expect([...new Set(src.map(({ path }) => roomOf(path)))].filter((room) => rankOf(room) < 0)).toEqual([]);
  });

  it('knows right from wrong', () => {
    expect(mayImport('forecasts', 'scenarios')).toBe(true);
    expect(mayImport('scenarios', 'forecasts')).toBe(false);
    expect(mayImport('http', 'database')).toBe(true);
    expect(mayImport('database', 'http')).toBe(false);
    expect(mayImport('accounts', 'topics')).toBe(false);
  });

  it('imports from lower ranks only', () => {
    const wrong = violations(src, (file, specifier) => {
      if (!isRelative(specifier)) return false;
      const path = target(file, specifier);
      if (path.startsWith('migrations/')) return file.path !== 'src/schema.ts';
      if (path.startsWith('client/src/')) return roomOf(file.path) !== 'pages';
      return !path.startsWith('src/') || !mayImport(roomOf(file.path), roomOf(path));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps its pure rooms pure', () => {
    const wrong = violations(src, (file, specifier) => {
      const allowed = PURE[roomOf(file.path)];
      return allowed !== undefined && !isRelative(specifier) && !allowed.includes(packageOf(specifier));
    });
    expect(wrong).toEqual([]);
  });

  it('names a database driver in database/ only', () => {
    const drivers = ['better-sqlite3', 'pg'];
    const wrong = violations(
      src,
      (file, specifier) => drivers.includes(packageOf(specifier)) && roomOf(file.path) !== 'database',
    );
    expect(wrong).toEqual([]);
  });

  it('lets the client import nothing of the server but its mathematics, and the counting of a record', () => {
    const wrong = violations(client, (file, specifier) => {
      if (!isRelative(specifier)) return /^(@nestjs|typeorm|node:)/.test(specifier);
      const path = target(file, specifier);
      if (path.startsWith('client/') || path.startsWith('src/calibration/')) return false;
      return !file.path.startsWith('client/src/argue/') || !path.startsWith('src/track-records/');
    });
    expect(wrong).toEqual([]);
  });

  it('gives the browser nothing that needs a server, by whatever way', () => {
    const files = new Map([...src, ...client].map((file) => [file.path, file]));
    const reached = new Set(client.filter(({ path }) => path.endsWith('entry.tsx')).map(({ path }) => path));
    const packages = new Set<string>();
    for (const path of reached)
      for (const specifier of valueImports(files.get(path)!))
        if (!isRelative(specifier)) packages.add(specifier);
        else if (!specifier.endsWith('.css')) {
          const found = target(files.get(path)!, specifier);
          reached.add(files.has(found) ? found : `${found}x`);
        }
    expect([...reached]).toEqual(
      expect.arrayContaining(['src/forecasts/counting.ts', 'src/tallies/contribution.ts']),
    );
    expect([...packages].sort()).toEqual([
      ...['chart.js', 'csv-parse/browser/esm/sync', 'luxon', 'preact', 'preact/hooks', 'preact/jsx-runtime'],
    ]);
  });

  it.each([
    ['the command line, before it knows the command', 'main.ts', ['cli-progress', 'commander']],
    ['score', 'score.action.ts', ['csv-parse']],
    ['lint', 'lint.action.ts', ['chrono-node', 'htmlparser2', 'luxon']],
    ['migrate', 'migrate.action.ts', ['typeorm']],
  ])('loads with %s no package that it does not need', (_, file, packages) => {
    expect(loadedWith(`src/cli/${file}`).packages).toEqual(packages);
  });

  it('loads no server with a command that serves nothing', () => {
    const serving = ['serve.action.ts', 'demo.action.ts', 'export.action.ts']; // an export is a page
    const actions = readdirSync(join(root, 'src/cli')).filter((name) => name.endsWith('.action.ts'));
    const ofAServer =
      /^(@?fastify|@nestjs\/platform-fastify|preact|@napi-rs\/canvas|feedsmith|src\/app\.module\.ts)/;
    const loaded = [...actions.filter((name) => !serving.includes(name)), 'services.ts'].flatMap((name) => {
      const { files, packages } = loadedWith(`src/cli/${name}`);
      return [...files, ...packages].filter((one) => ofAServer.test(one)).map((one) => `${name}: ${one}`);
    });
    expect(actions.length).toBeGreaterThan(10);
    expect(loaded).toEqual([]);
  });

  it('lets migrations import the ORM, and never an entity', () => {
    const wrong = violations(migrations, (file, specifier) =>
      isRelative(specifier)
        ? !target(file, specifier).startsWith('migrations/support')
        : specifier !== 'typeorm',
    );
    expect(wrong).toEqual([]);
  });

  it.each<[string, RegExp, (path: string) => boolean]>([
    ['relations that make cycles', /@(OneToMany|ManyToMany|OneToOne)\(/, () => false],
    ['transactions beside the write gate', /\.transaction\(/, (path) => path.startsWith('src/database/')],
    [
      'the connections behind the write gate',
      /onnections\.(write|read|snapshot)\b/,
      (path) => path.startsWith('src/database/'),
    ],
    ['the environment', /process\.env/, (path) => path === 'src/config.ts'],
    [
      'the time of day',
      /new Date\(\)|Date\.now\(|DateTime\.(now|local|utc)\(\)/,
      (path) => path === 'src/clock.ts',
    ],
    ['a schema that makes itself', /synchronize: true|\.synchronize\(/, () => false],
  ])('has %s in its own room only', (_, pattern, allowed) => {
    const wrong = [...src, ...migrations].filter(({ path, text }) => pattern.test(text) && !allowed(path));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('has no file of more than 300 lines', () => {
    const long = [...src, ...client, ...migrations].filter(
      ({ path, text }) => !path.endsWith('schema.d.ts') && text.split('\n').length > 301,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
