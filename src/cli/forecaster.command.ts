import { type Command, Option } from 'commander';
import { FORECASTER_KINDS, type ForecasterKind } from '../forecasters/forecaster.entity.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { Problem } from '../problems.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';

interface SetOptions {
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
      withServices(output, async (app) => {
        if (options.public && options.private)
          throw new Problem('malformed_request', 'Say --public or --private, not both.');
        const { name, kind } = options;
        const shown = options.public ? true : options.private ? false : undefined;
        const forecaster = await app.get(ForecastersService).set(slug, { name, kind, public: shown });
        output.json({ forecaster });
        output.line(
          `${forecaster.name} (${forecaster.slug}) · ${forecaster.kind} · track record ${forecaster.public ? 'public' : 'kept to the desk'}`,
        );
      }),
    );
}
