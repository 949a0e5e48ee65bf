import type { ForecasterSlug } from './types.js';

/** How the numbers that nobody wrote by hand are drawn. All but `presence`, `step` and `clip` are in log odds. */
export interface Style {
  /** The share of scenarios on which this forecaster has a view. */
  presence: number;
  /** How much of the desk's own number is heard. */
  weight: number;
  /** How far off a belief may be, either way. */
  noise: number;
  /** Stretches (over 1) or shrinks what is believed. */
  scale: number;
  shift: number;
  /** Numbers are multiples of this. */
  step: number;
  /** And never nearer than this to 0 or 1. */
  clip: number;
}

/** Who speaks at the example desk. */
export interface Forecaster {
  slug: ForecasterSlug;
  name: string;
  kind: 'person' | 'desk' | 'model';
  public: boolean;
  style?: Style;
}

export const FORECASTERS: readonly Forecaster[] = [
  { slug: 'desk', name: 'Lanternhouse desk', kind: 'desk', public: true },
  {
    slug: 'ilse-corvane',
    name: 'Ilse Corvane',
    kind: 'person',
    public: true,
    style: { presence: 0.62, weight: 0.35, noise: 1.7, scale: 1.0, shift: -0.3, step: 0.01, clip: 0.03 },
  },
  {
    slug: 'dorrin-hale',
    name: 'Dorrin Hale',
    kind: 'person',
    public: true,
    style: { presence: 0.6, weight: 0.45, noise: 0.8, scale: 2.4, shift: -0.3, step: 0.05, clip: 0.02 },
  },
  {
    slug: 'maud-tessaly',
    name: 'Maud Tessaly',
    kind: 'person',
    public: false,
    style: { presence: 0.55, weight: 0.3, noise: 1.2, scale: 0.55, shift: -0.15, step: 0.05, clip: 0.15 },
  },
  {
    slug: 'plumb-3',
    name: 'Plumb 3',
    kind: 'model',
    public: true,
    style: { presence: 0.85, weight: 0.4, noise: 1.6, scale: 1.1, shift: -0.3, step: 0.005, clip: 0.02 },
  },
];
