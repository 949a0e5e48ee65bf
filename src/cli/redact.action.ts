import { AccountsService } from '../accounts/accounts.service.js';
import { Problem } from '../problems.js';
import { RedactionsModule } from '../redactions/redactions.module.js';
import { type Redacted, RedactionsService } from '../redactions/redactions.service.js';
import { type Subject, SUBJECT_NAMES } from '../redactions/subjects.js';
import type { Field, Place } from '../redactions/text-places.js';
import type { Text } from '../texts/text.entity.js';
import { words } from '../texts/texts.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';
import type { RedactOptions } from './redact.command.js';

const BEGINNING = 60;

const MODULES = [RedactionsModule];

export function redact(
  textId: string | undefined,
  options: RedactOptions,
  output: CommandOutput,
): Promise<void> {
  return withServices(output, MODULES, async (app) => {
    const redactions = app.get(RedactionsService);
    const target = targetOf(textId, options);
    if (target.subject && options.field === undefined)
      return list(await redactions.fields(target.subject, target.id), output);
    const text = target.subject
      ? await redactions.field(target.subject, target.id, options.field!)
      : await redactions.text(target.id);
    if (options.reason === undefined)
      throw new Problem('malformed_request', 'Say what orders it away: --reason "court order 12/26".');
    await confirm(text, options, output);
    const accounts = app.get(AccountsService);
    const viewer = await (options.by === undefined
      ? accounts.commandLine()
      : accounts.viewerNamed(options.by));
    const redacted = await redactions.redact(text.id, options.reason, viewer);
    tell(redacted, await redactions.cleanUp(), output);
  });
}

function targetOf(textId: string | undefined, options: RedactOptions): { subject?: Subject; id: string } {
  const named = SUBJECT_NAMES.filter((name) => options[name] !== undefined);
  if (named.length + Number(textId !== undefined) !== 1)
    throw new Problem(
      'malformed_request',
      `Name one text: by its id, or by the record it belongs to (--${SUBJECT_NAMES.join(', --')}).`,
    );
  const [subject] = named;
  return subject ? { subject, id: options[subject]! } : { id: textId! };
}

async function confirm(text: Text, { yes }: RedactOptions, output: CommandOutput): Promise<void> {
  if (yes) return;
  const answer = await output.confirm(`Blank “${beginning(text)}”? This cannot be undone.`);
  if (answer === null)
    throw new Problem('malformed_request', 'There is no terminal to ask at: say --yes to blank it.');
  if (!answer) throw new Problem('malformed_request', 'Nothing was redacted.');
}

function list(fields: readonly Field[], output: CommandOutput): void {
  output.json({
    fields: fields.map(({ field, text }) => ({
      ...{ field, textId: text.id, redactedAt: text.redactedAt, begins: beginning(text) },
    })),
  });
  for (const { field, text } of fields) output.line(`${field}  ${text.id}  ${beginning(text)}`);
  output.line('To blank one of them: add --field and --reason.');
}

function beginning(text: Text): string {
  const letters = [...words(text).replace(/\s+/g, ' ').trim()];
  return letters.slice(0, BEGINNING).join('') + (letters.length > BEGINNING ? '…' : '');
}

function tell(redacted: Redacted, file: 'cleaned' | 'in_use', output: CommandOutput): void {
  const { textId, redactedAt, already, places, elsewhere } = redacted;
  output.json({ redacted, file });
  output.line(
    already ? `It was redacted on ${redactedAt} already.` : `Text ${textId} is redacted. It stood as:`,
  );
  if (!already) for (const place of places) output.line(`  ${placeInWords(place)}`);
  if (elsewhere.count > 0) {
    output.line(`The same words stand in ${elsewhere.count} other texts, which were left as they are:`);
    for (const other of elsewhere.named)
      output.line(`  ${other.textId}  ${other.places.map(placeInWords).join('; ')}`);
    if (elsewhere.count > elsewhere.named.length)
      output.line(`  … and ${elsewhere.count - elsewhere.named.length} more.`);
  }
  output.line(
    'Backups, exports, replicas and archived logs that were made before keep the words: see to them yourself.',
  );
  if (file === 'cleaned') return;
  output.note(
    'hindcast: the words are blanked, but another program reads the file, so that they may still lie in its log. ' +
      'Stop it, or wait, and run the same command again.',
  );
  output.exit(1);
}

const placeInWords = ({ table, row, field }: Place): string => `${table} ${row}: ${field}`;
