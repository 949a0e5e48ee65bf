import { readConfig } from '../config.js';
import type { CommandOutput } from './output.js';
import { serve } from './serve.js';

/** Serves the configured database, and says where. */
export function serveHere(output: CommandOutput): Promise<void> {
  return serve(output, readConfig(), (address, welcome) => {
    output.line(`Hindcast listens on ${address}`);
    if (welcome)
      output.line(`Nobody can log in yet. The first administrator comes by this link, once: ${welcome}`);
    output.json({ listening: address, ...(welcome && { welcome }) });
  });
}
