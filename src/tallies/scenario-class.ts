import { type Kind, KINDS, TESTABILITIES, type Testability } from '../scenarios/kinds.js';
import { type Term, TERMS } from '../topics/terms.js';

/** What filters tell apart in a scenario besides topic, forecaster and day. */
export interface ScenarioClass {
  kind: Kind;
  term: Term;
  testability: Testability;
  /** Whether the public may see it. */
  released: boolean;
}

/** A class as the number it is stored as, 0..53. */
export function classCode({ kind, term, testability, released }: ScenarioClass): number {
  const digits = [Number(released), TESTABILITIES.indexOf(testability), TERMS.indexOf(term)];
  return digits.reduce((code, digit) => code * 3 + digit, 0) * 3 + KINDS.indexOf(kind);
}

const ALL: readonly ScenarioClass[] = [false, true].flatMap((released) =>
  TESTABILITIES.flatMap((testability) =>
    TERMS.flatMap((term) => KINDS.map((kind) => ({ kind, term, testability, released }))),
  ),
);

/** Reads a code back. */
export const classOf = (code: number): ScenarioClass => ALL[code]!;

/** The codes of all classes that have the properties given. */
export function classesWith(wanted: Partial<ScenarioClass>): number[] {
  const properties = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return ALL.flatMap((one, code) =>
    properties.every(([name, value]) => one[name as keyof ScenarioClass] === value) ? [code] : [],
  );
}

/** The code under which scenarios of every kind, term and testability are counted together: the public's, or the desk's own. */
export const anyClass = (released: boolean): number => ALL.length + Number(released);

export const isAnyClass = (code: number): boolean => code >= ALL.length;

/** Whether the public may see what is counted under a code, of one class or of all together. */
export const isReleased = (code: number): boolean =>
  isAnyClass(code) ? code === anyClass(true) : classOf(code).released;
