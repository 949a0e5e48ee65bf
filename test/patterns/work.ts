import { createContext, Script } from 'node:vm';

/** Milliseconds after which work is stopped: in proportion, it takes a few. */
const LIMIT = 2000;
/** Lengths at which what grows exponentially shows already, and that at which the rest does. */
const LENGTHS = [40, 160, 16_000];
/** Below this nothing is compared: a clock is too coarse. */
const TOO_SHORT_TO_TELL = 6;
/** Only what grows too fast in each of these does so: a busy machine spoils one, not all. */
const COMPARISONS = 6;

/** Work on a text that is stopped after a while, in the middle of a search for a pattern too. */
export class BoundedWork {
  private readonly context: Record<string, unknown>;
  private readonly script = new Script('work(text)');

  constructor(
    work: (text: string) => unknown,
    private readonly limit = LIMIT,
  ) {
    this.context = createContext({ work, text: '' });
  }

  /** Whether the work on a text ends in time. */
  ends(text: string): boolean {
    try {
      this.shortest(text);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
      throw error;
    }
  }

  /** The shortest of some runs, in milliseconds: what else the machine does only makes one longer. */
  private shortest(text: string, runs = 1): number {
    this.context['text'] = text;
    let best = Infinity;
    for (let i = 0; i < runs; i += 1) {
      const start = performance.now();
      this.script.runInContext(this.context, { timeout: this.limit });
      best = Math.min(best, performance.now() - start);
    }
    return best;
  }

  /**
   * How the work grows with the length of a text, where that is more than in proportion; null where it is not. A text
   * four times as long takes four times the work, sixteen times where it is quadratic: more than nine times is refused.
   *
   * @param make a text of about a length
   */
  growth(make: (length: number) => string): string | null {
    if (LENGTHS.some((length) => !this.ends(make(length)))) return `over ${this.limit} ms`;
    const longest = LENGTHS.at(-1)!;
    if (this.shortest(make(longest)) <= TOO_SHORT_TO_TELL) return null;
    let least = Infinity;
    for (let comparison = 0; comparison < COMPARISONS; comparison += 1) {
      const whole = this.shortest(make(longest), 3);
      const quarter = this.shortest(make(longest / 4), 5);
      least = Math.min(least, whole <= TOO_SHORT_TO_TELL ? 0 : whole / quarter);
      if (least <= 9) return null;
    }
    return `${least.toFixed(1)} times the work for 4 times the text`;
  }
}
