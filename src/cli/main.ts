import { TerminalOutput } from './output.js';
import { run } from './program.js';

const words = process.argv.slice(2);
const output = new TerminalOutput(words.includes('--json'));
await run(words, output);
process.exitCode = output.exitCode;
