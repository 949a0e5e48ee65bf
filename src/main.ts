import { TerminalOutput } from './cli/output.js';
import { runProcess } from './cli/process.js';

/** The same as `hindcast serve`. */
await runProcess(['serve'], new TerminalOutput(process.argv.includes('--json')));
