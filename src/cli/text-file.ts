import { open } from 'node:fs/promises';
import { Problem } from '../problems.js';

/** What a briefing or an article may have: far more than any has, far less than would harm. */
export const MAX_TEXT_BYTES = 1_000_000;

/**
 * The text of a file that a person wrote.
 *
 * @throws {Problem} file_unreadable, payload_too_large, file_not_text: each a sentence that names the file
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readBytes(path);
  if (bytes.length === 0) throw new Problem('file_not_text', `${path} is empty.`);
  if (bytes.includes(0))
    throw new Problem('file_not_text', `${path} is not a text file: it holds NUL bytes.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(
      'file_not_text',
      `${path} is not a text file in UTF-8. Save it as UTF-8 and try again.`,
    );
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > MAX_TEXT_BYTES)
        throw new Problem(
          'payload_too_large',
          `${path} has ${(size / 1e6).toFixed(1)} MB; a text may have ${MAX_TEXT_BYTES / 1e6} MB.`,
        );
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new Problem('file_unreadable', `${path} ${why}.`);
  }
}
