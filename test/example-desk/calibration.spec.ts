import { describe, expect, test } from '@jest/globals';
import { FORECASTERS, exampleDeskScript } from '../../src/example-desk/index.js';
import { counted, figures, replay } from './replay.js';

const desk = replay(exampleDeskScript('2026-06-30'));
const of = (forecaster: string) => figures(counted(desk, forecaster));

describe('the counted first forecasts of the example desk', () => {
  test.each(FORECASTERS.map(({ slug }) => slug))('of %s are enough for a verdict, and decent', (slug) => {
    const { n, baseRate, brierScore } = of(slug);
    expect(n).toBeGreaterThanOrEqual(60);
    expect(baseRate).toBeGreaterThan(0.38);
    expect(baseRate).toBeLessThan(0.48);
    expect(brierScore).toBeGreaterThan(0.12);
    expect(brierScore).toBeLessThan(0.22);
  });

  test('make the desk plausibly calibrated, a little overconfident at the top', () => {
    const { n, slope, top } = of('desk');
    expect(n).toBe(117);
    expect(slope).toBeGreaterThan(0.85);
    expect(slope).toBeLessThan(1.2);
    expect(top.said - top.observed).toBeGreaterThan(0.03);
    expect(top.said - top.observed).toBeLessThan(0.12);
  });

  test('make Ilse Corvane well calibrated', () => {
    const { slope, top } = of('ilse-corvane');
    expect(slope).toBeGreaterThan(0.85);
    expect(slope).toBeLessThan(1.2);
    expect(Math.abs(top.said - top.observed)).toBeLessThan(0.06);
  });

  test('make Dorrin Hale overconfident', () => {
    const { slope, top } = of('dorrin-hale');
    expect(slope).toBeLessThan(0.7);
    expect(top.said - top.observed).toBeGreaterThan(0.15);
  });

  test('make Maud Tessaly underconfident', () => {
    const { slope, top, bottom } = of('maud-tessaly');
    expect(slope).toBeGreaterThan(1.6);
    expect(top.observed).toBeGreaterThan(top.said);
    expect(bottom.observed).toBeLessThan(bottom.said);
  });

  test('make the model decent', () => {
    const { slope, brierScore } = of('plumb-3');
    expect(slope).toBeGreaterThan(0.7);
    expect(brierScore).toBeLessThan(0.2);
  });
});
