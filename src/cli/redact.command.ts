import type { Command } from 'commander';
import { type Subject, SUBJECT_NAMES } from '../redactions/subjects.js';
import type { CommandOutput } from './output.js';

export interface RedactOptions extends Partial<Record<Subject, string>> {
  field?: string;
  reason?: string;
  by?: string;
  yes?: boolean;
}

const HELP = `
The words go, for good; the row, its time and its digest remain, and every page and answer says "[redacted]" in their
place. Who did it, when and why stay on record: do not repeat the words in the reason. Without --field, the texts of a
record are listed with their first words; so the fields of an event's sources are found, or a briefing's sections.

SQLite: the file is written anew, so that the words leave it. PostgreSQL: the table is (VACUUM FULL). Backups, exports,
replicas and archived logs that were made before keep the words: see to them yourself.

Examples:
  $ hindcast redact --event EVENT_ID
  $ hindcast redact --event EVENT_ID --field source.1.quote --reason "court order 12/26"
  $ hindcast redact TEXT_ID --reason "court order 12/26" --yes --json`;

export function addRedactCommand(program: Command, output: CommandOutput): void {
  const command = program
    .command('redact')
    .argument('[text]', 'the id of a text')
    .description('blank a text that the law orders away');
  for (const name of SUBJECT_NAMES) command.option(`--${name} <id>`, `the ${name} that the text belongs to`);
  command
    .option('--field <name>', 'which of its texts, such as statement (default: list them)')
    .option('--reason <why>', 'what orders it away; stays on record')
    .option('--by <account>', 'the administrator who does it (default: the command line itself)')
    .option('--yes', 'do not ask')
    .option('--json', 'print what was redacted as JSON')
    .addHelpText('after', HELP)
    .action((text: string | undefined, options: RedactOptions) =>
      import('./redact.action.js').then(({ redact }) => redact(text, options, output)),
    );
}
