import { Problem } from '../problems.js';
import type { CommandOutput, Progress } from './output.js';
import { reportText } from './report-text.js';
import { readLayout } from './score-columns.js';
import {
  countFile,
  headerOf,
  type RowCounts,
  type ScoredFile,
  sizeOf,
  surveyFile,
  unreadable,
} from './score-file.js';
import { chooseColumns, chooseComma, chooseUnit } from './score-questions.js';
import { Refusals } from './score-refusals.js';
import { type ForecasterReport, grouped, reportOfFile, reportsByForecaster } from './score-report.js';
import type { ScoreOptions } from './score.command.js';

/** So many forecasters are listed; JSON has all. */
const FORECASTERS_SHOWN = 20;
const NAME_SHOWN = 24;

/** Scores a file of forecasts, and says what was not scored and why. */
export async function score(file: string, options: ScoreOptions, output: CommandOutput): Promise<void> {
  const bar = output.progress(`Reading ${file}`);
  let refusals: Refusals | undefined;
  try {
    refusals = new Refusals(options.refused ?? null);
    const scored = await read(file, options, refusals, bar, output);
    bar.stop();
    print(file, scored, refusals, options, output);
    output.exit(scored.rows.refused > 0 ? 2 : 0);
  } catch (error) {
    bar.stop();
    if (!(error instanceof Problem)) throw error;
    output.json({ error });
    output.note(error.detail);
    output.exit(1);
  } finally {
    refusals?.close();
  }
}

async function read(
  file: string,
  options: ScoreOptions,
  refusals: Refusals,
  bar: Progress,
  output: CommandOutput,
): Promise<ScoredFile> {
  const size = await sizeOf(file);
  let done = 0;
  const onBytes = (count: number) => bar.update((done += count), 2 * size); // it is read twice
  const layout = await readLayout(file, options);
  const header = await headerOf(file, layout);
  if (header === null) throw unreadable('It is empty.');
  const columns = await chooseColumns(header, options, output);
  let survey = await surveyFile(file, layout, columns, options.decimalComma === true, onBytes);
  const decimalComma = await chooseComma(survey, options, output);
  if (decimalComma && !options.decimalComma) {
    done = 0;
    survey = await surveyFile(file, layout, columns, true, onBytes);
  }
  const form = { unit: await chooseUnit(survey, options, output), decimalComma };
  return countFile(file, layout, columns, form, survey, refusals, onBytes);
}

function print(
  file: string,
  { rows, all, groups }: ScoredFile,
  refusals: Refusals,
  { refused: place, json }: ScoreOptions,
  output: CommandOutput,
): void {
  const report = reportOfFile(file, all, rows);
  const forecasters = groups.size > 0 ? reportsByForecaster(file, groups, rows) : null;
  if (json) {
    const refused = { refusals: refusals.byReason(), refused: refusals.shown };
    output.json({ ...report, rows, ...refused, ...(forecasters && { groups: forecasters }) });
    return;
  }
  output.line(`${rowsText(rows, report.scenarios)}\n\n${reportText(report)}`);
  if (forecasters && forecasters.length > 1) output.line(`\n${forecasterTable(forecasters)}`);
  if (rows.refused === 0) return;
  output.note(`${grouped(rows.refused)} of ${grouped(rows.read)} rows were refused and are not counted:`);
  for (const { reason, count } of refusals.byReason()) output.note(`  ${grouped(count)} × ${reason}`);
  for (const { line, reason, text } of refusals.shown) output.note(`  line ${line}: ${reason}: ${text}`);
  const more = rows.refused - refusals.shown.length;
  if (place !== undefined) output.note(`  All of them are in ${place}.`);
  else if (more > 0) output.note(`  … and ${grouped(more)} more: --refused FILE writes all of them.`);
}

/** The first sentence: how much of the file the figures are about. */
function rowsText({ read, scored, rounded, withoutOutcome, refused }: RowCounts, scenarios: number): string {
  const parts = [
    withoutOutcome > 0 ? `${grouped(withoutOutcome)} without an outcome` : '',
    refused > 0 ? `${grouped(refused)} refused` : '',
    rounded > 0 ? `${grouped(rounded)} rounded to four decimals` : '',
  ].filter(Boolean);
  const sentences = [`${grouped(scored)} of ${grouped(read)} rows scored.`];
  if (parts.length > 0) sentences.push(`${parts.join(', ')}.`);
  if (scenarios < scored)
    sentences.push(
      `They rest on ${grouped(scenarios)} ${scenarios === 1 ? 'question' : 'questions'}: ` +
        'ranges and the verdict count questions.',
    );
  return sentences.join('\n');
}

function forecasterTable(groups: readonly ForecasterReport[]): string {
  const rows = groups.slice(0, FORECASTERS_SHOWN).map(({ title, report }) => {
    const letters = [...title];
    const name = letters.length > NAME_SHOWN ? `${letters.slice(0, NAME_SHOWN - 1).join('')}…` : title;
    return [
      name.padEnd(NAME_SHOWN),
      grouped(report.n).padStart(11),
      (report.brierScore ?? 0).toFixed(4).padStart(9),
      (report.baseRate ?? 0).toFixed(3).padStart(11),
      `  ${report.verdict.status}`,
    ].join('');
  });
  const head = `${'Forecaster'.padEnd(NAME_SHOWN)}${'forecasts'.padStart(11)}${'Brier'.padStart(9)}${'base rate'.padStart(11)}  verdict`;
  const more = groups.length - FORECASTERS_SHOWN;
  return [head, ...rows, ...(more > 0 ? [`… and ${grouped(more)} more: --json has all of them.`] : [])].join(
    '\n',
  );
}
