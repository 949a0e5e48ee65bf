import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import type { CleanedUp } from '../database/clean-up.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { MatterChanges } from '../events/matter-changes.js';
import { forgetResults } from '../http/idempotency.js';
import { invalid, isText, isWithin } from '../http/validation.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { Text } from '../texts/text.entity.js';
import { forgetText } from '../texts/search-index.js';
import { storeText } from '../texts/texts.js';
import { Redaction } from './redaction.entity.js';
import { type Field, fieldsOf, type Place, placesOf, type Subject } from './text-places.js';

/** A text in which the same words stand. */
export interface Elsewhere {
  textId: string;
  places: Place[];
}

export interface Redacted {
  textId: string;
  /** Of the words that stood here: it remains. */
  digest: string;
  redactedAt: string;
  /** It had been redacted before, with a reason of its own. */
  already: boolean;
  places: Place[];
  /** Other texts that hold the same words, of which the first are named. */
  elsewhere: { count: number; named: Elsewhere[] };
}

const NAMED = 100;

/** Takes away what the law orders away (rule 14): the words go; row, time and digest remain. */
@Injectable()
export class RedactionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly matter: MatterChanges,
  ) {}

  /** The texts of a record, by the names of their fields. */
  fields(subject: Subject, id: string): Promise<Field[]> {
    return this.database.withReadSnapshot((manager) => fieldsOf(manager, subject, id));
  }

  /** One of them: by its whole name, or by the last part of it where only one has that. */
  async field(subject: Subject, id: string, name: string): Promise<Text> {
    const fields = await this.fields(subject, id);
    const whole = fields.filter(({ field }) => field === name);
    const found = whole.length > 0 ? whole : fields.filter(({ field }) => field.endsWith(`.${name}`));
    if (found.length === 1) return found[0]!.text;
    const among = (found.length > 0 ? found : fields).map(({ field }) => field);
    throw invalid([
      {
        field: 'field',
        message: `“${name}” must be one of the fields of this ${subject}: ${among.join(', ')}`,
      },
    ]);
  }

  /** @throws {Problem} not_found */
  async text(id: string): Promise<Text> {
    const text = await this.database.read.findOneBy(Text, { id });
    if (!text) throw new Problem('not_found', `There is no text “${id}”.`);
    return text;
  }

  /** Blanks a text, for good. What is blanked already stays as it is on record. */
  async redact(textId: string, reason: string, viewer: Viewer): Promise<Redacted> {
    if (!mayActAs(viewer, 'administrator'))
      throw new Problem('forbidden', 'Only an administrator redacts what is on record.');
    if (!isText(reason) || !isWithin(reason, 1000))
      throw invalid([{ field: 'reason', message: 'must be a text of at most 1000 characters' }]);
    return this.database.withWriteTransaction(async (manager) => {
      await this.database.holdRow(manager, Text, textId);
      const text = await manager.findOneBy(Text, { id: textId });
      if (!text) throw new Problem('not_found', `There is no text “${textId}”.`);
      const places = (await placesOf(manager, [textId])).get(textId) ?? [];
      const { digest, redactedAt, body } = text;
      if (body === null)
        return {
          ...{ textId, digest, redactedAt: redactedAt!, already: true, places },
          elsewhere: await elsewhere(manager, text),
        };
      const now = toInstant(this.clock.now());
      const found = await elsewhere(manager, text);
      await manager.update(Text, { id: textId }, { body: null, redactedAt: now });
      await forgetResults(manager);
      for (const { subject, subjectId } of await forgetText(manager, textId))
        if (subject === 'event') await this.matter.eventChanged(manager, subjectId);
        else if (subject === 'scenario') await this.matter.scenarioChanged(manager, subjectId);
      await manager.insert(Redaction, {
        ...{ id: newId(), text, reason: await storeText(manager, reason), recordedAt: now },
        redactedBy: { id: viewer.accountId! } as Account,
      });
      return { textId, digest, redactedAt: now, already: false, places, elsewhere: found };
    });
  }

  /** Takes the blanked words out of the file as well. Backups made before keep them. */
  cleanUp(): Promise<CleanedUp> {
    return this.database.cleanUp(['text', 'idempotency_key']);
  }
}

/** Other texts with the same words in them; of a text that is blanked already, those of the same digest. */
async function elsewhere(manager: EntityManager, { id, body, digest }: Text): Promise<Redacted['elsewhere']> {
  const query = manager
    .createQueryBuilder(Text, 't')
    .select('t."id"', 'id')
    .where('t."id" <> :id AND t."body" IS NOT NULL', { id });
  // In the same letters; written so that both engines understand it.
  if (body === null) query.andWhere('t."digest" = :digest', { digest });
  else query.andWhere(`REPLACE(t."body", :body, '') <> t."body"`, { body });
  const ids = (await query.orderBy('t."id"').getRawMany<{ id: string }>()).map((row) => row.id);
  const places = await placesOf(manager, ids.slice(0, NAMED));
  return {
    count: ids.length,
    named: ids.slice(0, NAMED).map((textId) => ({ textId, places: places.get(textId) ?? [] })),
  };
}
