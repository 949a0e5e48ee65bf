import { SystemClock } from '../clock.js';
import { dayOf, isDay } from '../days.js';
import { DAY_FAULT, isText, isWithin, TEXT_FAULT, tooLong } from '../http/text-rules.js';
import { Problem } from '../problems.js';
import { LINT_LIMITS, lintIn } from '../scenarios/lint.js';
import type { LintOptions } from './lint.command.js';
import { lintText } from './lint-text.js';
import type { CommandOutput } from './output.js';

/** Prints the lint of a statement. It loads no server: the rules for its texts are those that the server checks by. */
export function lint(statement: string, options: LintOptions, output: CommandOutput): void {
  const { term, deadline, premise, criteria } = options;
  const errors = faultsOf(statement, options);
  if (errors.length > 0)
    throw new Problem(
      'validation_failed',
      errors.map(({ field, message }) => `${field}: ${message}`).join('; '),
      { errors },
    );
  const found = lintIn(
    null,
    {
      statement,
      term,
      deadline,
      premise,
      criteria: criteria === undefined ? undefined : { text: criteria, edgeCases: [] },
    },
    dayOf(new SystemClock().now(), 'UTC'),
  );
  output.json(found);
  output.line(lintText(statement, found));
}

function faultsOf(
  statement: string,
  { deadline, premise, criteria }: LintOptions,
): { field: string; message: string }[] {
  const checks: [field: string, value: string | undefined, fault: (value: string) => string | null][] = [
    ['statement', statement, (text) => textFault(text, LINT_LIMITS.statement)],
    ['deadline', deadline, (day) => (isDay(day) ? null : DAY_FAULT)],
    ['premise', premise, (text) => textFault(text, LINT_LIMITS.premise)],
    ['criteria.text', criteria, (text) => textFault(text, LINT_LIMITS.criteria)],
  ];
  return checks.flatMap(([field, value, fault]) => {
    const message = value === undefined ? null : fault(value);
    return message === null ? [] : [{ field, message }];
  });
}

function textFault(text: string, max: number): string | null {
  if (!isText(text)) return TEXT_FAULT;
  return isWithin(text, max) ? null : tooLong(max);
}
