import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageData } from '../../client/src/page-data.js';
import type { DeskAssets } from '../../client/src/desk/desk-document.js';
import type { Assets } from '../../client/src/document.js';

/** One entry of Vite's manifest; only what is read here. */
interface Chunk {
  file: string;
  imports?: string[];
}
export type Manifest = Record<string, Chunk>;

/** Where the server serves the browser's part; Vite builds for the same address. */
export const ASSETS_PATH = '/assets/';

/** `dist/assets` of the project that this file belongs to, whether it runs from source or compiled. */
export const assetsFolder = (): string => join(distFolder(), 'assets');

export function distFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'dist');
}

/** Empty where the browser's part has not been built: pages then come without style and script. */
export function readManifest(folder = assetsFolder()): Manifest {
  const file = join(folder, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

const SOURCES: Partial<Record<PageData['page'], string>> = {
  front: 'client/src/pages/front-page.tsx',
  calibration: 'client/src/pages/calibration-page.tsx',
  prediction: 'client/src/pages/prediction-page.tsx',
  forecaster: 'client/src/pages/forecaster-page.tsx',
};

const addressIn =
  (manifest: Manifest, place = ASSETS_PATH) =>
  (name: string | undefined) => {
    const chunk = name === undefined ? undefined : manifest[name];
    return chunk ? place + chunk.file : null;
  };

/** What one page loads, and which modules it will need, so that they need not wait for each other. */
export function assetsFor(page: PageData['page'], manifest: Manifest): Assets {
  const address = addressIn(manifest);
  const entry = 'client/src/entry.tsx';
  const source = SOURCES[page];
  const modules = source && manifest[source] ? [source, ...(manifest[source].imports ?? [])] : [];
  const charts = modules.length > 0 ? ['client/src/charts/chart.ts'] : [];
  return {
    style: address('client/src/styles.css'),
    script: address(entry),
    preload: [...modules, ...charts].filter((name) => name !== entry).flatMap((name) => address(name) ?? []),
  };
}

/** The desk is built apart; each of its pages is fetched when it is opened. */
export function deskAssets(manifest: Manifest): DeskAssets {
  const address = addressIn(manifest, `${ASSETS_PATH}desk/`);
  const names = ['client/src/styles.css', 'client/src/desk/desk.css'];
  return {
    styles: names.flatMap((name) => address(name) ?? []),
    script: address('client/src/desk/entry.tsx'),
  };
}

export const readDeskManifest = (): Manifest => readManifest(join(assetsFolder(), 'desk'));
