import { describe, expect, it } from '@jest/globals';
import { validated } from '../../src/cli/validated.js';
import { LintStatement } from '../../src/scenarios/lint.dto.js';
import { hindcast } from '../support/cli.js';

/** No database is there, and none is asked for. */
const lint = (...words: string[]) => hindcast('sqlite:/nowhere/at/all.sqlite', 'lint', ...words);

describe('hindcast lint', () => {
  it('underlines the marked words, and tells reason, fix and edge cases below', async () => {
    const { code, stdout } = await lint(
      'Chad may leave the pact.',
      '--term',
      'short',
      '--criteria',
      'AFP says so.',
    );
    expect(code).toBe(0);
    const [statement, under, , mark, reason, fix] = stdout.split('\n');
    expect(statement).toBe('Chad may leave the pact.');
    expect(under).toBe('     ^^^');
    expect(mark).toBe('modal: may');
    expect(reason).toContain('probability carries the doubt');
    expect(fix).toBe('  → Chad will leave the pact.');
    expect(stdout).toMatch(/Would this count\?[\s\S]*\n {2}5\. .+\n$/);
  });

  it('underlines a long statement line by line', async () => {
    const long = `${'The port of a very long name closes to ships '.repeat(3)}and it may soon reopen.`;
    const { stdout } = await lint(long);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('may soon'));
    expect(lines[at]!.length).toBeLessThanOrEqual(100);
    expect(lines[at + 1]!.indexOf('^^^')).toBeGreaterThanOrEqual(0);
    expect(lines[at + 1]!.slice(lines[at]!.indexOf('may')).startsWith('^^^ ^^^^')).toBe(true);
  });

  it('says so where there is nothing to mark', async () => {
    const { stdout } = await lint(
      'The Bank of Ghana cuts its rate by 30 June 2030.',
      ...['--deadline', '2030-06-30', '--premise', 'inflation falls'],
    );
    expect(stdout).toContain('Nothing to mark.');
  });

  it('prints marks and edge cases as JSON', async () => {
    const { code, json } = await lint('Chad may leave the pact.', '--json');
    expect(code).toBe(0);
    expect(json.marks.map((mark: { code: string }) => mark.code)).toEqual([
      'modal',
      'missing_time',
      'no_source',
    ]);
    expect(json.marks[0]).toEqual({
      ...{ code: 'modal', from: 5, to: 8, reason: expect.any(String), fix: 'Chad will leave the pact.' },
    });
    expect(json.edgeCases).toHaveLength(5);
    expect(Object.keys(json)).toEqual(['marks', 'edgeCases']);
  });

  it.each([
    ['no statement', []],
    ['a blank one', [' ']],
    ['a term that is none', ['It breaks.', '--term', 'soon']],
    ['a deadline that is no day', ['It breaks.', '--deadline', '2027-02-30']],
  ])('refuses %s and says why', async (_, words) => {
    const { code, stdout, stderr } = await lint(...words);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^hindcast: .{10,}/);
    expect((await lint(...words, '--json')).json.error.code).toMatch(
      /^(malformed_request|validation_failed)$/,
    );
  });

  it.each([
    ['a statement without letters', { statement: ' \n' }],
    ['a statement with a control character', { statement: 'It \u0007 breaks.' }],
    ['a statement with a mark of direction', { statement: 'It \u202E breaks.' }],
    ['a statement of 4001 characters', { statement: 'x'.repeat(4001) }],
    ['no day', { statement: 'It breaks.', deadline: '2027-02-30' }],
    ['a premise of 2001 characters', { statement: 'It breaks.', premise: 'x'.repeat(2001) }],
    ['an empty premise', { statement: 'It breaks.', premise: '' }],
    ['criteria of 4001 characters', { statement: 'It breaks.', criteria: 'x'.repeat(4001) }],
    ['two faults', { statement: '', deadline: 'soon' }],
    ['nothing wrong', { statement: 'x'.repeat(4000), premise: 'x'.repeat(2000), criteria: 'x'.repeat(4000) }],
  ])('refuses %s as the server does', async (_, body: Record<string, string>) => {
    const { statement = '', ...options } = body;
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const { json } = await lint(statement, ...words, '--json');
    const server = await validated(LintStatement, body).then(
      () => undefined,
      (problem: unknown) => JSON.parse(JSON.stringify(problem)) as unknown,
    );
    expect(json.error).toEqual(server);
  });
});
