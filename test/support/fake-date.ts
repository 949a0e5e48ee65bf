import { jest } from '@jest/globals';

const REAL = [
  ...['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'],
  ...['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
] as const;

/** Time passes when the test says so, for packages that ask `Date` themselves; timers stay as they are. */
export function holdDate(now: string | Date): { pass(seconds: number): void; release(): void } {
  jest.useFakeTimers({ now: new Date(now), doNotFake: [...REAL] });
  return {
    pass: (seconds) => jest.setSystemTime(Date.now() + seconds * 1000),
    release: () => jest.useRealTimers(),
  };
}
