import { addTallies, BP, groupsOf, type SharedSums, type Tally, totalsOf } from '../calibration/index.js';

/** One question: its counted forecasts, the sum of their probabilities in ten-thousandths, and its outcome. */
interface Question {
  n: number;
  sum: number;
  occurred: boolean;
}

type Counts = Map<number, { n: number; occurred: number }>;

/** A copy: a part of a text would keep the whole of it in memory. */
export const ownText = (text: string): string => Buffer.from(text).toString();

const SCALE = BigInt(BP);
/** Units of 1e-16 in one of 1e-8. */
const FINER = SCALE * SCALE;

/**
 * Counts forecasts, and by question what those that share one need for their ranges. Memory grows with the questions, not
 * with their forecasts; a forecast without a question has an outcome of its own and takes none.
 */
export class QuestionTally {
  n = 0;
  /** Forecasts without a question, and with one. */
  private readonly apart: Counts = new Map();
  private readonly grouped: Counts = new Map();
  private readonly questions = new Map<number, Question>();

  get tally(): Tally {
    return addTallies(this.apart, this.grouped);
  }

  /** @param question its number; null where it has an outcome of its own */
  add(bp: number, occurred: boolean, question: number | null): void {
    this.n += 1;
    const counts = question === null ? this.apart : this.grouped;
    let count = counts.get(bp);
    if (count === undefined) counts.set(bp, (count = { n: 0, occurred: 0 }));
    count.n += 1;
    if (occurred) count.occurred += 1;
    if (question === null) return;
    const known = this.questions.get(question);
    if (known === undefined) this.questions.set(question, { n: 1, sum: bp, occurred });
    else {
      known.n += 1;
      known.sum += bp;
    }
  }

  /** Scenarios that the forecasts rest on, and how many of them occurred. */
  scenarios(): { scenarios: number; scenariosOccurred: number } {
    const { n, occurred } = totalsOf(groupsOf(this.apart));
    let scenariosOccurred = occurred;
    for (const question of this.questions.values()) if (question.occurred) scenariosOccurred += 1;
    return { scenarios: n + this.questions.size, scenariosOccurred };
  }

  /**
   * What forecasts add to ranges and tests because they share an outcome: what `sharedSums` gives for the forecasts of
   * each question, from sums alone.
   */
  shared(): SharedSums {
    const alone = new Map<number, number>();
    let countVariance = 0n;
    let gapVariance = 0n;
    let means = 0n;
    for (const { n, sum } of this.questions.values()) {
      if (n === 1) {
        alone.set(sum, (alone.get(sum) ?? 0) + 1);
        continue;
      }
      const [m, total] = [BigInt(n), BigInt(sum)];
      const variance = total * (m * SCALE - total);
      const lean = m * SCALE - 2n * total;
      countVariance += variance;
      gapVariance += (variance * lean * lean) / (m * m);
      means += (total * total * FINER) / m;
    }
    // What they would add with an outcome each.
    for (const [bp, count] of this.grouped) {
      const n = BigInt(count.n - (alone.get(bp) ?? 0));
      const b = BigInt(bp);
      const variance = b * (SCALE - b);
      countVariance -= n * variance;
      gapVariance -= n * variance * (SCALE - 2n * b) ** 2n;
      means -= n * b * b * FINER;
    }
    return { countVariance, gapVariance, spread: -means };
  }
}
