import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Event } from '../events/event.entity.js';
import { type Rarity, rarityFrom, stemsOf } from '../matching/index.js';
import { textsFound } from '../texts/search-index.js';
import { words } from '../texts/texts.js';

/** From so many events it is told how rare a word is: enough to tell, few enough to read in a moment. */
const SAMPLE = 1000;
/** By how much the record may grow until they are read again. */
const GROWTH = 1.2;

export interface Corpus {
  rarity: Rarity;
  /** About how many texts hold a word with this stem. */
  holding: (stem: string) => number;
}

/** How rare words are, from the latest events. Kept in memory, and read again as the record grows. */
@Injectable()
export class CorpusReader {
  private known: { texts: number; corpus: Corpus } | undefined;

  async corpus(manager: EntityManager): Promise<Corpus> {
    const texts = await textsFound(manager);
    if (this.known && texts >= this.known.texts && texts <= this.known.texts * GROWTH)
      return this.known.corpus;
    const events = await manager.find(Event, {
      relations: { headline: true, summary: true },
      order: { recordedAt: 'DESC', id: 'DESC' },
      take: SAMPLE,
    });
    const counts = new Map<string, number>();
    for (const { headline, summary } of events)
      for (const stem of stemsOf(`${words(headline)}\n${words(summary) ?? ''}`))
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const count = (stem: string) => counts.get(stem) ?? 0;
    const sampled = Math.max(events.length, FEWEST);
    const corpus = {
      rarity: rarityFrom(sampled, count),
      holding: (stem: string) => ((count(stem) + 0.5) / sampled) * texts,
    };
    this.known = { texts, corpus };
    return corpus;
  }
}

/** Where hardly anything is on record, every word is taken to be rare. */
const FEWEST = 20;
