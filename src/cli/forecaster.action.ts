import { ForecastersModule } from '../forecasters/forecasters.module.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { Problem } from '../problems.js';
import { withServices } from './context.js';
import type { SetOptions } from './forecaster.command.js';
import type { CommandOutput } from './output.js';

export function setForecaster(slug: string, options: SetOptions, output: CommandOutput): Promise<void> {
  return withServices(output, [ForecastersModule], async (app) => {
    if (options.public && options.private)
      throw new Problem('malformed_request', 'Say --public or --private, not both.');
    const { name, kind } = options;
    const shown = options.public ? true : options.private ? false : undefined;
    const forecaster = await app.get(ForecastersService).set(slug, { name, kind, public: shown });
    output.json({ forecaster });
    output.line(
      `${forecaster.name} (${forecaster.slug}) · ${forecaster.kind} · track record ${forecaster.public ? 'public' : 'kept to the desk'}`,
    );
  });
}
