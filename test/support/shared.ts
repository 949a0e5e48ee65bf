import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A file of the material handed out beside the project (`../shared`, or `../../shared`), or null where it is not there. */
export function sharedPath(...parts: string[]): string | null {
  const places = ['../shared', '../../shared'].map((place) => join(projectRoot, place, ...parts));
  return places.find((path) => existsSync(path)) ?? null;
}
