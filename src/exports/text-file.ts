import { type FileHandle, open } from 'node:fs/promises';

/** Text that is gathered before it goes to the disk. */
const GATHERED = 64 * 1024;

/** A new file that text is appended to, in UTF-8. */
export class TextFile {
  bytes = 0;
  private waiting = '';

  private constructor(private readonly handle: FileHandle) {}

  static async create(path: string): Promise<TextFile> {
    return new TextFile(await open(path, 'wx'));
  }

  async write(text: string): Promise<void> {
    this.waiting += text;
    if (this.waiting.length >= GATHERED) await this.flush();
  }

  /** Everything is on the disk afterwards. */
  async end(): Promise<void> {
    try {
      await this.flush();
      await this.handle.sync();
    } finally {
      await this.handle.close();
    }
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.waiting, 'utf8');
    this.waiting = '';
    this.bytes += bytes.length;
    await this.handle.appendFile(bytes);
  }
}
