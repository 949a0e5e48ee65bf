import type { Command } from 'commander';
import { readConfig } from '../config.js';
import type { CommandOutput } from './output.js';
import { serve } from './serve.js';

export function addServeCommand(program: Command, output: CommandOutput): void {
  program
    .command('serve')
    .description('bring the database up to date and serve the pages and the API')
    .option('--json', 'print the address as JSON')
    .action(() =>
      serve(output, readConfig(), (address, welcome) => {
        output.line(`Hindcast listens on ${address}`);
        if (welcome)
          output.line(`Nobody can log in yet. The first administrator comes by this link, once: ${welcome}`);
        output.json({ listening: address, ...(welcome && { welcome }) });
      }),
    );
}
