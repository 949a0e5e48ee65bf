import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RawPairs } from './engine.js';
import type { Thoroughness, Timing } from './sampling.js';

/** What numpy and scikit-learn need for the same million pairs. */
export interface Scikit {
  numpy: string;
  sklearn: string;
  /** Brier score, calibration curve and isotonic regression from every pair. */
  raw: Timing;
  /** The same from counts by `numpy.bincount`. */
  counted: Timing;
}

const SCRIPT = 'bench/scikit.py'; // from the root of the project, where npm runs its scripts
const PYTHONS = ['python3', '/usr/bin/python3'];

/** Null where no Python with both of them is installed. */
export async function measureScikit(
  { probabilityBp, outcome }: RawPairs,
  { slow }: Thoroughness,
): Promise<Scikit | null> {
  const python = await pythonWithScikit();
  if (python === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'hindcast-bench-'));
  try {
    const file = join(folder, 'pairs');
    await writeFile(file, Buffer.concat([bytesOf(probabilityBp), bytesOf(outcome)]));
    const { stdout } = await run(python, [SCRIPT, file, String(slow)]);
    return JSON.parse(stdout) as Scikit;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const run = promisify(execFile);

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

async function pythonWithScikit(): Promise<string | null> {
  for (const python of PYTHONS) {
    const found = await run(python, ['-c', 'import numpy, sklearn']).catch(() => null);
    if (found) return python;
  }
  return null;
}
