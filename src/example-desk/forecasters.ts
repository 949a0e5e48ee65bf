import type { ForecasterSlug } from './types.js';

/**
 * Who speaks at the example desk, and how the numbers that nobody wrote by hand are drawn: `weight` is how much of the
 * desk's own number is heard, `scale` stretches (over 1) or shrinks what is believed, in log odds.
 */
export interface Forecaster {
  slug: ForecasterSlug;
  name: string;
  kind: 'person' | 'desk' | 'model';
  public: boolean;
  style?: { presence: number; weight: number; scale: number; shift: number; step: number; clip: number };
}

export const FORECASTERS: readonly Forecaster[] = [
  { slug: 'desk', name: 'Lanternhouse desk', kind: 'desk', public: true },
  {
    slug: 'ilse-corvane',
    name: 'Ilse Corvane',
    kind: 'person',
    public: true,
    style: { presence: 0.62, weight: 0.35, scale: 1.15, shift: -0.25, step: 0.01, clip: 0.03 },
  },
  {
    slug: 'dorrin-hale',
    name: 'Dorrin Hale',
    kind: 'person',
    public: true,
    style: { presence: 0.6, weight: 0.45, scale: 2.4, shift: 0.1, step: 0.05, clip: 0.02 },
  },
  {
    slug: 'maud-tessaly',
    name: 'Maud Tessaly',
    kind: 'person',
    public: false,
    style: { presence: 0.55, weight: 0.3, scale: 0.45, shift: -0.1, step: 0.05, clip: 0.2 },
  },
  {
    slug: 'plumb-3',
    name: 'Plumb 3',
    kind: 'model',
    public: true,
    style: { presence: 0.85, weight: 0.4, scale: 0.95, shift: -0.2, step: 0.005, clip: 0.02 },
  },
];
