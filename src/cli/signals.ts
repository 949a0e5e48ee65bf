const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

const leave = (): never => process.exit(1);

/**
 * A signal ends the process at once, until `stopSignal` is called: by the default of the system, which holds in the
 * middle of a long statement too. The first process of a container has no such default, and is given one.
 */
export function endOnSignal(): void {
  if (process.pid === 1) for (const signal of SIGNALS) process.on(signal, leave);
}

/** Resolves at the first signal; the next one ends the process at once. */
export function stopSignal(): { asked: Promise<void>; ignore(): void } {
  let stop = (): void => undefined;
  const asked = new Promise<void>((resolve) => (stop = resolve));
  let told = false;
  const onSignal = () => {
    if (told) leave();
    told = true;
    stop();
  };
  for (const signal of SIGNALS) process.off(signal, leave).on(signal, onSignal);
  return {
    asked,
    ignore: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      endOnSignal();
    },
  };
}
