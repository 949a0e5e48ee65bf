import type { Canvas } from '@napi-rs/canvas';
import { Injectable } from '@nestjs/common';
import { giveWay } from '../../database/event-loop.js';
import { FifoQueue } from '../../database/fifo-queue.js';
import { Problem } from '../../problems.js';

const KEPT_BYTES = 16 * 1024 * 1024;
/** Pictures that may wait for their turn. */
const WAITING = 20;

/**
 * Draws one picture at a time, for drawing takes the whole process; keeps those asked for last, in bounded memory; and
 * draws what several ask for at once only once.
 */
@Injectable()
export class PictureStore {
  private readonly kept = new Map<string, Buffer>();
  private readonly underWay = new Map<string, Promise<Buffer>>();
  private readonly queue = new FifoQueue();
  private bytes = 0;

  constructor(private readonly limit = KEPT_BYTES) {}

  /**
   * @param key names the picture and the state of the record that it shows
   * @throws {Problem} too_busy where too many wait already
   */
  async png(key: string, draw: () => Canvas): Promise<Buffer> {
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const begun = this.underWay.get(key);
    if (begun) return begun;
    if (this.underWay.size >= WAITING)
      throw new Problem('too_busy', 'Too many pictures are being drawn. Try again in a moment.');
    const drawn = this.queue.run(async () => {
      await giveWay();
      return Buffer.from(await draw().encode('png'));
    });
    this.underWay.set(key, drawn);
    try {
      const png = await drawn;
      this.keep(key, png);
      return png;
    } finally {
      this.underWay.delete(key);
    }
  }

  private keep(key: string, png: Buffer): void {
    if (png.length > this.limit) return;
    this.kept.set(key, png);
    this.bytes += png.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.bytes <= this.limit) return;
      this.kept.delete(oldest);
      this.bytes -= length;
    }
  }
}
