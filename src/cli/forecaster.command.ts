import { type Command, Option } from 'commander';
import { FORECASTER_KINDS, type ForecasterKind } from '../forecasters/forecaster-kinds.js';
import type { CommandOutput } from './output.js';

export interface SetOptions {
  name?: string;
  kind?: ForecasterKind;
  public?: boolean;
  private?: boolean;
}

export function addForecasterCommand(program: Command, output: CommandOutput): void {
  program
    .command('forecaster')
    .description('those whose forecasts are on record')
    .command('set')
    .argument('<slug>', 'the forecaster; added if new')
    .description('name a forecaster, say what kind it is, and whether its track record is public')
    .option('--name <name>')
    .addOption(new Option('--kind <kind>').choices([...FORECASTER_KINDS]))
    .option('--public', 'show the track record under this name to readers')
    .option('--private', 'keep it to the desk')
    .option('--json', 'print the forecaster as JSON')
    .action((slug: string, options: SetOptions) =>
      import('./forecaster.action.js').then(({ setForecaster }) => setForecaster(slug, options, output)),
    );
}
