import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { otherWords, removeWords, wordsOfNothing } from '../database/full-text.js';
import { Database } from '../database/write-gate.js';
import { Briefing } from '../briefings/briefing.entity.js';
import { textsOfBriefing } from '../briefings/briefing-index.js';
import { Event } from '../events/event.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { textsOf } from '../suggestions/matter-texts.js';
import { differing, type Found } from '../tallies/found-differences.js';
import type { Progress } from '../tallies/tally-audit.js';
import { SearchEntry, SEARCHED, type Searched } from '../texts/search-entry.entity.js';
import { drop, type Findable, indexTexts } from '../texts/search-index.js';
import { fold } from '../texts/texts.js';
import { AT_ONCE, idsAfter } from './batches.js';
import { Findings } from './findings.js';

const RECORDS = { scenario: Scenario, event: Event, briefing: Briefing } as const;

type Work = <T>(fn: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** Holds the words by which scenarios, events and briefings are found against their texts. */
@Injectable()
export class SearchAudit {
  constructor(private readonly database: Database) {}

  /** Names each entry that is missing, stray or altered. Never its words. */
  verify(progress: Progress = () => undefined): Promise<Findings> {
    return this.database.withReadSnapshot((snapshot) => this.walk((fn) => fn(snapshot), false, progress));
  }

  /**
   * Has differing records found by their own words, a batch in each transaction: other writers take turns with it. What
   * was suggested by other words is mended by `SuggestionAudit`, after this.
   */
  async repair(progress: Progress = () => undefined): Promise<void> {
    await this.walk((fn) => this.database.withWriteTransaction(fn), true, progress);
  }

  private async walk(work: Work, mending: boolean, progress: Progress): Promise<Findings> {
    const findings = new Findings();
    const total = await work(async (manager) => {
      let sum = 0;
      for (const subject of SEARCHED) sum += await manager.count(RECORDS[subject]);
      return sum;
    });
    let done = 0;
    for (const subject of SEARCHED)
      for (let last: string | undefined = ''; last !== undefined;) {
        const from: string = last;
        const ids: string[] = await work(async (manager) => {
          const batch = await idsAfter(manager, RECORDS[subject], from);
          const texts = await textsBy(manager, subject, batch);
          for (const [id, found] of await differingRecords(manager, subject, texts)) {
            findings.add(found);
            if (mending) await indexTexts(manager, subject, id, texts.get(id)!);
          }
          return batch;
        });
        if (ids.length > 0) progress((done += ids.length), total);
        last = ids.at(-1);
      }
    await strayEntries(work, mending, findings);
    await strayWords(work, mending, findings);
    return findings;
  }
}

type Expected = Pick<SearchEntry, 'subject' | 'subjectId' | 'textId' | 'deskOnly'>;

const expectedOf = ({ subject, subjectId, textId, deskOnly }: Expected): Expected => ({
  ...{ subject, subjectId, textId, deskOnly },
});

/** Of some records, those that are found by other words than theirs, with what differs. */
async function differingRecords(
  manager: EntityManager,
  subject: Searched,
  texts: ReadonlyMap<string, readonly Findable[]>,
): Promise<Map<string, Found[]>> {
  const entries = await manager.findBy(SearchEntry, { subject, subjectId: In([...texts.keys()]) });
  const found = new Map<string, Found[]>();
  const add = (id: string, more: readonly Found[]) => {
    if (more.length > 0) found.set(id, [...(found.get(id) ?? []), ...more]);
  };
  const indexed: { seq: number; folded: string; entry: SearchEntry }[] = [];
  for (const [id, findable] of texts) {
    const left = entries.filter(({ subjectId }) => subjectId === id);
    for (const { text, deskOnly } of findable) {
      if (text === null || text.body === null) continue;
      const place = left.findIndex(({ textId }) => textId === text.id);
      const [entry] = place < 0 ? [] : left.splice(place, 1);
      const expected = { subject, subjectId: id, textId: text.id, deskOnly: Number(deskOnly) };
      add(id, differing('search_entry', text.id, entry && expectedOf(entry), expected));
      if (entry) indexed.push({ seq: entry.seq, folded: fold(text.body), entry });
    }
    for (const entry of left) add(id, differing('search_entry', entry.textId, expectedOf(entry), undefined));
  }
  const other = await otherWords(manager, indexed);
  for (const { seq, entry } of indexed)
    if (other.has(seq))
      add(entry.subjectId, [
        {
          ...{ table: 'search_word', row: entry.textId, column: 'words' },
          ...{ stored: 'other words, or none', expected: 'the words of the text' },
        },
      ]);
  return found;
}

/** By which texts each of some records is to be found. */
async function textsBy(
  manager: EntityManager,
  subject: Searched,
  ids: readonly string[],
): Promise<Map<string, Findable[]>> {
  if (subject !== 'briefing') return textsOf(manager, subject, ids);
  const texts = new Map<string, Findable[]>();
  for (const id of ids) texts.set(id, await textsOfBriefing(manager, id));
  return texts;
}

/** Entries of records that are not there. */
async function strayEntries(work: Work, mending: boolean, findings: Findings): Promise<void> {
  for (let last: number | undefined = 0; last !== undefined;) {
    const from: number = last;
    last = await work(async (manager) => {
      const entries = await manager
        .createQueryBuilder(SearchEntry, 'e')
        .where('e."seq" > :from', { from })
        .andWhere(
          SEARCHED.map(
            (subject) =>
              `NOT (e."subject" = '${subject}' AND EXISTS (SELECT 1 FROM "${subject}" r WHERE r."id" = e."subjectId"))`,
          ).join(' AND '),
        )
        .orderBy('e."seq"')
        .limit(AT_ONCE)
        .getMany();
      for (const entry of entries)
        findings.add(differing('search_entry', entry.textId, expectedOf(entry), undefined));
      if (mending) await drop(manager, entries);
      return entries.at(-1)?.seq;
    });
  }
}

/** Words that are of no entry. */
async function strayWords(work: Work, mending: boolean, findings: Findings): Promise<void> {
  for (let last: number | undefined = 0; last !== undefined;) {
    const from: number = last;
    last = await work(async (manager) => {
      const seqs = await wordsOfNothing(manager, from, AT_ONCE);
      for (const seq of seqs)
        findings.add(differing('search_word', String(seq), { words: 'of no text' }, undefined));
      if (mending) await removeWords(manager, seqs);
      return seqs.at(-1);
    });
  }
}
