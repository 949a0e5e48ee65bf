import type { Rarity } from './types.js';

/**
 * The inverse document frequency of Okapi BM25, kept above 0.
 * Source: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), 3.1.
 *
 * @param documents how many there are
 * @param holding in how many of them a stem stands
 */
export function rarityFrom(documents: number, holding: (stem: string) => number): Rarity {
  return (stem) => {
    const count = Math.min(holding(stem), documents);
    return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
  };
}
