import { describe, expect, it } from '@jest/globals';
import { hindcast } from '../support/cli.js';

const exporting = (...words: string[]) =>
  hindcast('sqlite:/nowhere/desk.sqlite', 'export', ...words, '--json');

describe('hindcast export', () => {
  it.each([
    ['nothing to export as', [], 'malformed_request', '--argue FILE.html'],
    ['a kind that there is none of', ['--argue', 'a.html', '--kind', 'hope'], 'validation_failed', ''],
    ['an unknown option', ['--argue', 'a.html', '--format', 'pdf'], 'malformed_request', '--format'],
  ])('refuses %s before it opens the database', async (_, words, code, says) => {
    const { code: exit, json } = await exporting(...words);
    expect([exit, json.error.code]).toEqual([1, code]);
    expect(json.error.detail).toContain(says);
  });
});
