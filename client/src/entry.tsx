/** The browser's entry: takes the page as the server rendered it and brings it alive. */
import { type ComponentType, hydrate } from 'preact';
import type { PageData } from './page-data.js';

/** Each page is a bundle of its own: a reader never loads an editor's desk. */
const PAGES: Partial<Record<PageData['page'], () => Promise<ComponentType<never>>>> = {
  front: () => import('./pages/front-page.js').then((m) => m.FrontPage),
  forecaster: () => import('./pages/forecaster-page.js').then((m) => m.ForecasterPage),
  calibration: () => import('./pages/calibration-page.js').then((m) => m.CalibrationPage),
  prediction: () => import('./pages/prediction-page.js').then((m) => m.PredictionPage),
};

async function start(): Promise<void> {
  const root = document.getElementById('page');
  const text = document.getElementById('page-data')?.textContent;
  if (!root || !text) return;
  const data = JSON.parse(text) as PageData;
  const load = PAGES[data.page];
  if (!load) return;
  const Page = (await load()) as ComponentType<PageData>;
  hydrate(<Page {...data} />, root);
}

void start();
