const K1 = 1.2;
const B = 0.75;

/**
 * Okapi BM25: how well each of some documents answers a question, by words alone.
 * Source: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
 */
export function bm25(documents: readonly string[][]): (question: readonly string[]) => number[] {
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const holding = (word: string) => documents.filter((document) => document.includes(word)).length;
  return (question) => {
    const rarities = [...new Set(question)].map((word) => {
      const count = holding(word);
      return [word, Math.log(1 + (documents.length - count + 0.5) / (count + 0.5))] as const;
    });
    return documents.map((document) =>
      rarities.reduce((sum, [word, rarity]) => {
        const count = document.filter((one) => one === word).length;
        return sum + (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * document.length) / mean));
      }, 0),
    );
  };
}
