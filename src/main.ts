import { TerminalOutput } from './cli/output.js';
import { run } from './cli/program.js';

/** The same as `hindcast serve`. */
const output = new TerminalOutput(process.argv.includes('--json'));
await run(['serve'], output);
process.exitCode = output.exitCode;
