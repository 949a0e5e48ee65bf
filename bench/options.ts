import { Command, InvalidArgumentError } from 'commander';

export interface Options {
  sizes: number[];
  postgresSizes: number[];
  skipPostgres: boolean;
  json: boolean;
  /** Where SQLite databases stay, and are found again; a folder that goes afterwards, if missing. */
  keep?: string;
  /** Where the results are written. */
  out: string;
  /** A few samples of each: to see that it runs. */
  quick: boolean;
}

const HELP = `
Builds records of these sizes, measures reports, resolutions, pages, memory and the rebuild, compares with the targets and
writes benchmark.md and benchmark.json. The four sizes together take about an hour and 20 GB of disk.

Examples:
  $ npm run bench
  $ npm run bench -- --sizes 10000,100000 --skip-postgres
  $ npm run bench -- --keep data/bench --json > figures.json`;

/** @throws CommanderError for words that it does not know, or when it was asked for help */
export function optionsFrom(words: readonly string[]): Options {
  return new Command('bench')
    .description('measures Hindcast against its targets')
    .option('--sizes <numbers>', 'forecasts to count, on SQLite', sizes, [1e4, 1e5, 1e6, 1e7])
    .option('--postgres-sizes <numbers>', 'the same on PostgreSQL', sizes, [1e4, 1e5, 1e6])
    .option('--skip-postgres', 'SQLite alone', false)
    .option('--json', 'print the figures as JSON', false)
    .option('--keep <folder>', 'keep the SQLite databases there, and use those that are there')
    .option('--out <folder>', 'where the results are written', 'docs')
    .option('--quick', 'a few samples of each, to see that it runs', false)
    .addHelpText('after', HELP)
    .parse([...words], { from: 'user' })
    .opts<Options>();
}

function sizes(text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (!numbers.every((one) => Number.isInteger(one) && one >= 1000 && one <= 1e8))
    throw new InvalidArgumentError('whole numbers from 1000 to 100000000, with commas between them');
  return [...new Set(numbers)].sort((a, b) => a - b);
}
