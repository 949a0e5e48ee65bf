/** Where this runs, in a process or in a page, the clock is so many milliseconds ahead from then on. */
export function setClockAhead(milliseconds: number): void {
  globalThis.Date = new Proxy(Date, {
    construct: (Clock, parts: [], target) =>
      Reflect.construct(Clock, parts.length > 0 ? parts : [Clock.now() + milliseconds], target) as object,
    get: (Clock, name) =>
      name === 'now' ? () => Clock.now() + milliseconds : (Reflect.get(Clock, name) as unknown),
  });
}

/** For `NODE_OPTIONS`: a process whose clock is so many milliseconds ahead. */
export const clockAhead = (milliseconds: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`(${String(setClockAhead)})(${milliseconds})`)}`;
