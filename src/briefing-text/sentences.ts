const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|St|No|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})$/u;

/** The sentences of a text. Abbreviations and initials do not end one; a line break always does. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split('\n')) {
    let from = 0;
    for (const m of line.matchAll(/[.!?…]{1,5}["”’')\]]{0,3} (?=["“‘'([]?[\p{Lu}\d])/gu)) {
      const before = line.slice(Math.max(from, m.index - 14), m.index);
      if (m[0] === '. ' && ABBREVIATION.test(before)) continue;
      sentences.push(line.slice(from, m.index + m[0].length).trim());
      from = m.index + m[0].length;
    }
    const rest = line.slice(from).trim();
    if (rest) sentences.push(rest);
  }
  return sentences;
}
