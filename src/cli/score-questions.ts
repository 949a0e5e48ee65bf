import type { CommandOutput } from './output.js';
import type { ColumnNames, Columns } from './score-columns.js';
import { type HeaderReading, readHeader, saysOf } from './score-columns.js';
import type { ScoreOptions } from './score.command.js';
import { type Survey, unreadable } from './score-file.js';
import type { NumberForm } from './score-values.js';

/** Numbers written otherwise than the rest are slips up to this share, and refused; beyond it, somebody has to say. */
const SLIPS = 0.05;

const STOPPED = 'Nothing was scored.';

/** The columns of a header: as named, or as the person at the terminal agrees. @throws {Problem} that names the options */
export async function chooseColumns(
  header: readonly string[],
  names: ColumnNames,
  output: CommandOutput,
): Promise<Columns> {
  const reading = readHeader(header, names);
  if ('columns' in reading) return reading.columns;
  if ('fault' in reading) throw unreadable(reading.fault);
  const { proposed } = reading;
  if (proposed && (await output.confirm(`${missingOf(reading)} Read it as ${optionsOf(proposed)}?`))) {
    const agreed = readHeader(header, proposed);
    if ('columns' in agreed) return agreed.columns;
  }
  const how = proposed
    ? `If that is what they mean, say ${optionsOf(proposed)}`
    : 'Name them with --probability COLUMN and --outcome COLUMN';
  throw unreadable(`${missingOf(reading)} ${how}; ${saysOf(header)}`);
}

function missingOf({ missing }: Extract<HeaderReading, { missing: unknown }>): string {
  return `It has no column ${missing.map((part) => `"${part}"`).join(' and ')}.`;
}

const optionsOf = (names: ColumnNames): string =>
  Object.entries(names)
    .map(([part, name]) => `--${part} ${/^[\w.-]+$/.test(name) ? name : `"${name}"`}`)
    .join(' ');

/** Whether numbers have a decimal comma. @throws {Problem} where nobody can say */
export async function chooseComma(
  { writings }: Survey,
  options: ScoreOptions,
  output: CommandOutput,
): Promise<boolean> {
  if (options.decimalComma) return true;
  const { comma } = writings;
  if (comma <= SLIPS * readable(writings)) return false;
  const told = `${comma} of ${readable(writings)} probabilities have a comma, as in 0,7.`;
  if (await output.confirm(`${told} Is it a decimal comma?`)) return true;
  throw unreadable(`${told} If it is a decimal comma, say --decimal-comma. ${STOPPED}`);
}

/** The unit of the probabilities. @throws {Problem} where nobody can say */
export async function chooseUnit(
  { writings }: Survey,
  options: ScoreOptions,
  output: CommandOutput,
): Promise<NumberForm['unit']> {
  if (options.percent && options.fraction) throw unreadable('Say --percent or --fraction, not both.');
  if (options.percent) return 'percent';
  if (options.fraction) return 'fraction';
  const { fraction, large, percent } = writings;
  const plain = fraction + large;
  if (percent > 0 && plain === 0) return 'percent';
  const other = percent > 0 ? percent + large : large;
  if (other <= SLIPS * (plain + percent)) return 'fraction';
  const told =
    percent > 0
      ? `${percent} of ${plain + percent} probabilities have a percent sign, the others have none.`
      : `${large} of ${plain} probabilities lie from 10 to 100.`;
  if (await output.confirm(`${told} Are all of them percentages?`)) return 'percent';
  throw unreadable(
    `${told} If all of them are percentages, say --percent; if they are 0 to 1 and the rest is wrong, say --fraction. ${STOPPED}`,
  );
}

const readable = (writings: Survey['writings']): number =>
  writings.fraction + writings.large + writings.percent + writings.comma + writings.zero;
