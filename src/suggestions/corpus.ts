import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countHolding } from '../database/full-text.js';
import { Event } from '../events/event.entity.js';
import { type Rarity, rarityFrom, stemsOf } from '../matching/index.js';
import { textsFound } from '../texts/search-index.js';
import { words } from '../texts/texts.js';

/** From so many events it is told how rare a word is: enough to tell, few enough to read in a moment. */
const SAMPLE = 1000;
/** By how much the record may grow until they are read again. */
const GROWTH = 1.2;
/** Through so many texts a search looks at most. */
const MOST_TEXTS = 20_000;
/** Of so many words it is remembered how many texts hold them. */
const REMEMBERED = 20_000;

interface Corpus {
  texts: number;
  rarity: Rarity;
  /** How many texts hold a word: counted up to `MOST_TEXTS`, when it was first asked for. */
  holding: Map<string, number>;
}

/** How rare words are, from the latest events, and how frequent. Kept in memory, and read again as the record grows. */
@Injectable()
export class CorpusReader {
  private known: Corpus | undefined;

  async rarity(manager: EntityManager): Promise<Rarity> {
    return (await this.corpus(manager)).rarity;
  }

  /**
   * Of some words, the first ones first, as many as together lie in no more texts than can be looked through. The index is
   * asked, as only it knows which words have one stem to it.
   */
  async searchable(manager: EntityManager, words: readonly string[], most = MOST_TEXTS): Promise<string[]> {
    const { texts, holding } = await this.corpus(manager);
    if (texts * words.length <= most) return [...words];
    const chosen: string[] = [];
    let looked = 0;
    for (const word of words) {
      const more = holding.get(word) ?? (await countHolding(manager, word, MOST_TEXTS));
      if (holding.size < REMEMBERED) holding.set(word, more);
      if (looked + more >= most) continue;
      looked += more;
      chosen.push(word);
    }
    return chosen;
  }

  private async corpus(manager: EntityManager): Promise<Corpus> {
    const texts = await textsFound(manager);
    if (this.known && texts >= this.known.texts && texts <= this.known.texts * GROWTH) return this.known;
    const events = await manager
      .createQueryBuilder(Event, 'event')
      .innerJoinAndSelect('event.headline', 'headline')
      .leftJoinAndSelect('event.summary', 'summary')
      .orderBy('event.id', 'DESC') // ids begin with the time
      .limit(SAMPLE)
      .getMany();
    const counts = new Map<string, number>();
    for (const { headline, summary } of events)
      for (const stem of stemsOf(`${words(headline)}\n${words(summary) ?? ''}`))
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const count = (stem: string) => counts.get(stem) ?? 0;
    const sampled = Math.max(events.length, FEWEST);
    this.known = { texts, rarity: rarityFrom(sampled, count), holding: new Map() };
    return this.known;
  }
}

/** Where hardly anything is on record, every word is taken to be rare. */
const FEWEST = 20;
