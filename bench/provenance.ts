import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The code that a database was made by: one that is kept is used again as far as that is still the same. */
export interface Provenance {
  /** What writes the record. */
  record: string;
  /** What computes all that is derived from it. */
  derived: string;
}

const GENERATOR = ['acts', 'ids', 'opinions', 'plan', 'record-rows', 'sentences', 'world'];

const DERIVING = ['tallies', 'texts', 'matching', 'suggestions', 'verification'];

export async function provenance(): Promise<Provenance> {
  const here = import.meta.dirname;
  const generator = (await sources(here)).filter((path) => GENERATOR.includes(basename(path).split('.')[0]!));
  return {
    record: await digest([...generator, ...(await sources(join(here, '../migrations')))]),
    derived: await digest([
      ...(await Promise.all(DERIVING.map((room) => sources(join(here, '../src', room))))).flat(),
      ...(await sources(join(here, '../src/forecasts'))).filter((path) => /counting\.[jt]s$/.test(path)),
    ]),
  };
}

/** As they run: compiled, or in tests as they are written. */
async function sources(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /(?<!\.d)\.[jt]s$/.test(name)).map((name) => join(folder, name));
}

async function digest(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of [...paths].sort())
    hash.update(`${basename(dirname(path))}/${basename(path)}\n`).update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}
