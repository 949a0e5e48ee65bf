import type { Figure, Report } from '../calibration/index.js';
import { percentWords } from '../calibration/index.js';
import { reliabilityDiagram } from './reliability-diagram.js';

const WIDTH = 80;

/** Under this many scored predictions a diagram would show chance. */
const CHART_FROM = 10;

/**
 * A report as a person reads it in a terminal: the verdict first, scores in plain words, the diagram and its table.
 * At most 80 columns, no colour.
 */
export function reportText(report: Report): string {
  const parts = [headline(report), ...denominator(report)];
  if (report.n > 0) {
    parts.push(wrapped(report.verdict.text), scores(report));
    if (report.scenarios >= CHART_FROM) parts.push(reliabilityDiagram(report));
    else
      parts.push(wrapped(`A diagram appears from ${CHART_FROM} predictions; the table holds all forecasts.`));
    parts.push(binTable(report), chance(report));
  }
  return parts.join('\n\n');
}

function headline(report: Report): string {
  const { n, occurred, scenarios, expectedOccurred: expected } = report;
  const scope = `Scored: ${report.selection.text}.`;
  if (n === 0) return wrapped(`${scope} There is no forecast to score.${ended(report)}`);
  const said = expected.sum === null ? '' : `${Math.round(expected.sum)} were expected to come true; `;
  const range =
    expected.low === null
      ? ''
      : ` (${percentWords(expected.level)} range ${expected.low} to ${expected.high})`;
  const predictions = `${scenarios} ${scenarios === 1 ? 'prediction' : 'predictions'}`;
  const of = n > scenarios ? `Of ${n} forecasts on ${predictions}` : `Of ${predictions}`;
  return wrapped(`${scope} ${of}, ${said}${occurred} did${range}.${ended(report)}`);
}

/** What a changed question took out of the score; nothing where there is none. */
function ended({ ended: n }: Report): string {
  if (n === 0) return '';
  return ` Not scored: ${n} ${n === 1 ? 'forecast' : 'forecasts'} ended by a changed question.`;
}

/** Every prediction of the selection, once; nothing where all are scored. */
function denominator({ predictions }: Report): string[] {
  const { scored, open, overdue, annulled, unscored } = predictions;
  if (open + overdue + annulled + unscored === 0) return [];
  const parts = [`${scored} scored`, `${open} open`, `${overdue} overdue`, `${annulled} annulled`];
  if (unscored > 0) parts.push(`${unscored} resolved without a forecast that counts`);
  return [wrapped(`Predictions: ${parts.join(', ')}.`)];
}

function scores(report: Report): string {
  const rows: [name: string, value: Figure, words: string][] = [
    ['Brier score', report.brierScore, 'mean squared error; 0 perfect, 0.25 always 50%'],
    ['  skill', report.brierSkillScore, skillWords(report.brierSkillScore)],
    ['Log score', report.logScore, missWords(report.certainMisses)],
    ['Discrimination', report.auc, 'AUC; 0.5 is chance, 1 is perfect'],
    ['Base rate', report.baseRate, 'share that came true'],
  ];
  return rows
    .map(([name, value, words]) => {
      const figure = value === null ? '—' : value.toFixed(3);
      return `${name.padEnd(15)}${figure.padStart(8)}  ${value === null ? 'undefined here' : words}`;
    })
    .join('\n');
}

function skillWords(skill: Figure): string {
  if (skill === null || skill === 0) return 'as good as always quoting the base rate';
  const share = percentWords(Math.min(Math.abs(skill), 9.99));
  return `${share} ${skill > 0 ? 'better' : 'worse'} than always quoting the base rate`;
}

function missWords(misses: number): string {
  if (misses === 0) return 'in nats; 0 perfect; no certain forecast was wrong';
  return misses === 1
    ? 'in nats; 1 certain forecast was wrong'
    : `in nats; ${misses} certain forecasts were wrong`;
}

/** The table of the diagram: forecasts, what happened, and where the true rate may lie. */
function binTable(report: Report): string {
  const head = ['forecast', 'n', 'happened', 'average', 'share', '90% range'];
  const rows = report.bins.map((bin) => {
    const range = `${Math.round(bin.from * 100)}–${Math.round(bin.to * 100)}%`;
    if (bin.n === 0) return [range, '0', '—', '—', '—', '—'];
    const { low, high } = bin.interval;
    return [
      range,
      `${bin.n}`,
      `${bin.occurred}`,
      tenths(bin.meanForecast!),
      tenths(bin.observed!),
      `${tenths(low!)}–${tenths(high!)}`,
    ];
  });
  const widths = [10, 11, 11, 11, 10, 15];
  return [head, ...rows].map((row) => row.map((cell, i) => cell.padStart(widths[i]!)).join('')).join('\n');
}

function tenths(share: number): string {
  return `${(share * 100).toFixed(1)}`;
}

/** A calibration figure is never shown without what chance alone would give. */
function chance(report: Report): string {
  const { corp, calibrationError, expectedUnderCalibration: expected } = report;
  const rows: [string, Figure, { mean: Figure; p95: Figure }][] = [
    ['Miscalibration', corp.miscalibration, expected.miscalibration],
    ['Calibration error', calibrationError, expected.calibrationError],
  ];
  return rows
    .filter(([, value, { mean, p95 }]) => value !== null && mean !== null && p95 !== null)
    .map(([name, value, { mean, p95 }]) => {
      const [own, usual, most] = [value!, mean!, p95!].map((figure) => figure.toFixed(decimalsFor(p95!)));
      return `${name.padEnd(18)}${own}  (chance alone: mean ${usual}, 95% below ${most})`;
    })
    .join('\n');
}

/** Four decimals, or as many as show two digits of what chance gives: with millions of forecasts that is little. */
function decimalsFor(p95: number): number {
  return p95 > 0 ? Math.min(Math.max(4, 1 - Math.floor(Math.log10(p95))), 7) : 4;
}

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
