import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a file in the folder shared beside the project, or null where that folder is not present. */
export function sharedPath(...parts: string[]): string | null {
  const found = ['../shared', '../../shared']
    .map((folder) => join(process.cwd(), folder, ...parts))
    .find((path) => existsSync(path));
  return found ?? null;
}
