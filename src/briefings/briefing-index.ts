import type { EntityManager } from 'typeorm';
import { errataOf } from '../amendments/errata.js';
import { type Findable, indexTexts } from '../texts/search-index.js';
import type { Text } from '../texts/text.entity.js';
import { BriefingVersion } from './briefing.entity.js';
import { BriefingPerspective, BriefingSection } from './briefing-parts.entity.js';

/** Has a briefing found by the words that stand in it now. */
export async function indexBriefing(manager: EntityManager, briefingId: string): Promise<void> {
  await indexTexts(manager, 'briefing', briefingId, await textsOfBriefing(manager, briefingId));
}

/** The texts by which a briefing is found: of its latest version, as corrected, and as it was pasted. */
export async function textsOfBriefing(manager: EntityManager, briefingId: string): Promise<Findable[]> {
  const version = await manager.findOneOrFail(BriefingVersion, {
    where: { briefing: { id: briefingId } },
    relations: { headline: true, standfirst: true, takeaway: true, original: true },
    order: { ordinal: 'DESC' },
  });
  const of = { briefingVersion: { id: version.id } };
  const sections = await manager.find(BriefingSection, {
    where: of,
    relations: { heading: true, body: true },
  });
  const perspectives = await manager.find(BriefingPerspective, {
    where: of,
    relations: { actor: true, body: true },
  });
  const errata = (await errataOf(manager, [briefingId])).get(briefingId) ?? [];
  const meant = new Map(errata.map(({ field, becameText }) => [field, becameText]));
  const now = (field: 'headline' | 'standfirst' | 'takeaway'): Text | null =>
    meant.has(field) ? meant.get(field)! : version[field];
  const shown = [
    ...[now('headline'), now('standfirst'), now('takeaway')],
    ...sections.flatMap(({ heading, body }) => [heading, body]),
    ...perspectives.flatMap(({ actor, body }) => [actor, body]),
  ];
  return [...shown.map((text) => ({ text, deskOnly: false })), { text: version.original, deskOnly: true }];
}
