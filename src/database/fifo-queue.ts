/** Runs one task at a time, in the order in which they came. A task that fails does not stop the next. */
export class FifoQueue {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const mine = this.tail.then(task);
    this.tail = mine.catch(() => undefined);
    return mine;
  }
}
