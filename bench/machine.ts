import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Where it was measured. */
export interface Machine {
  cpu: string;
  cores: number;
  gigabytes: number;
  system: string;
  node: string;
  /** How many programs wanted to run in the last minute: on an idle machine, none. */
  load: number;
}

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  gigabytes: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()}`,
  node: process.version,
  load: loadavg()[0]!,
});
