import { ApiProperty } from '@nestjs/swagger';
import { corrected } from '../amendments/errata.js';
import { ErratumView } from '../amendments/erratum.dto.js';
import type { Erratum } from '../amendments/erratum.entity.js';
import { words } from '../texts/texts.js';
import { TopicRef } from '../topics/topic.dto.js';
import type { Briefing, BriefingVersion } from './briefing.entity.js';
import type { BriefingPerspective, BriefingSection, BriefingSource } from './briefing-parts.entity.js';

const nullable = { type: String, nullable: true } as const;

export class SectionView {
  @ApiProperty(nullable) heading: string | null;
  @ApiProperty() body: string;
}

export class PerspectiveView {
  @ApiProperty() actor: string;
  @ApiProperty() body: string;
  @ApiProperty({ ...nullable, description: 'the latest day that it recounts' }) asOf: string | null;
}

export class BriefingSourceView {
  @ApiProperty() outlet: string;
  @ApiProperty(nullable) publishedOn: string | null;
  @ApiProperty(nullable) url: string | null;
}

/** What a briefing says, its scenarios aside: the same shape wherever a briefing is read, parsed or shown. */
export class BriefingContent {
  @ApiProperty({ ...nullable, description: 'title of the running story' }) topic: string | null;
  @ApiProperty(nullable) headline: string | null;
  @ApiProperty(nullable) standfirst: string | null;
  @ApiProperty(nullable) category: string | null;
  @ApiProperty(nullable) status: string | null;
  @ApiProperty(nullable) takeaway: string | null;
  @ApiProperty(nullable) edition: string | null;
  @ApiProperty(nullable) publishedOn: string | null;
  @ApiProperty({ type: [SectionView] }) sections: SectionView[];
  @ApiProperty({ type: [PerspectiveView] }) perspectives: PerspectiveView[];
  @ApiProperty({ type: [BriefingSourceView] }) sources: BriefingSourceView[];
}

export class BriefingListItem {
  @ApiProperty() id: string;
  @ApiProperty({ type: TopicRef }) topic: TopicRef;
  @ApiProperty() headline: string;
  @ApiProperty(nullable) standfirst: string | null;
  @ApiProperty() publishedOn: string;
  @ApiProperty() recordedAt: string;
  @ApiProperty(nullable) publicAt: string | null;
  @ApiProperty() version: number;
}

export class BriefingVersionView {
  @ApiProperty() version: number;
  @ApiProperty() recordedAt: string;
}

export class BriefingView extends BriefingListItem {
  @ApiProperty(nullable) category: string | null;
  @ApiProperty(nullable) status: string | null;
  @ApiProperty(nullable) takeaway: string | null;
  @ApiProperty(nullable) edition: string | null;
  @ApiProperty({ type: [SectionView] }) sections: SectionView[];
  @ApiProperty({ type: [PerspectiveView] }) perspectives: PerspectiveView[];
  @ApiProperty({ type: [BriefingSourceView] }) sources: BriefingSourceView[];
  @ApiProperty({ ...nullable, description: 'the edition of the same story before it' })
  follows: string | null;
  @ApiProperty({ type: [String], description: 'the editions of the same story that come next' })
  followedBy: string[];
  @ApiProperty({ type: [BriefingVersionView], description: 'when its words were taken down, oldest first' })
  versions: BriefingVersionView[];
  @ApiProperty({ type: [String], description: 'ids of its scenarios that you may see, in its order' })
  scenarios: string[];
  @ApiProperty({ type: [ErratumView] }) errata: ErratumView[];
  @ApiProperty({ ...nullable, required: false, description: 'what was pasted; desk only' })
  original?: string | null;
}

/** @param errata of the briefing: what they correct is shown corrected */
export const briefingListItem = (
  briefing: Briefing,
  version: BriefingVersion,
  errata: readonly Erratum[] | undefined,
): BriefingListItem => ({
  id: briefing.id,
  topic: { slug: briefing.topic.slug, title: briefing.topic.title },
  headline: corrected(errata, 'headline', words(version.headline)),
  standfirst: corrected(errata, 'standfirst', words(version.standfirst)),
  publishedOn: briefing.publishedOn,
  recordedAt: briefing.recordedAt,
  publicAt: briefing.publicAt,
  version: briefing.version,
});

export const sectionView = (row: BriefingSection): SectionView => ({
  heading: words(row.heading),
  body: words(row.body) ?? '',
});

export const perspectiveView = (row: BriefingPerspective): PerspectiveView => ({
  actor: words(row.actor),
  body: words(row.body) ?? '',
  asOf: row.asOf,
});

export const briefingSourceView = (row: BriefingSource): BriefingSourceView => ({
  outlet: words(row.outlet) ?? '',
  publishedOn: row.publishedOn,
  url: words(row.url),
});
