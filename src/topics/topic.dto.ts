import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { OneOf, Text } from '../http/validation.js';
import { DEFAULT_TERMS, type Topic } from './topic.entity.js';

export class TopicRef {
  @ApiProperty() slug: string;
  @ApiProperty() title: string;
}

export class TopicView extends TopicRef {
  @ApiProperty({ description: 'IANA zone in which its deadlines end' }) zone: string;
  @ApiProperty({
    description: 'days that each term gives',
    example: { short: 90, medium: 365, long: 1095 },
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  terms: { short: number; medium: number; long: number };
  @ApiProperty() recordedAt: string;
  @ApiProperty({ description: 'counts its changes; for `If-Match`' }) version: number;
}

/** The days that terms give. Each term reaches further than the one before. */
class TopicTerms {
  @ApiProperty({ required: false, default: DEFAULT_TERMS.shortDays })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(36500)
  shortDays?: number;

  @ApiProperty({ required: false, default: DEFAULT_TERMS.mediumDays })
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(36500)
  mediumDays?: number;

  @ApiProperty({ required: false, default: DEFAULT_TERMS.longDays })
  @IsOptional()
  @IsInt()
  @Min(3)
  @Max(36500)
  longDays?: number;
}

/** What is missing stays as it is. */
export class ChangeTopic extends TopicTerms {
  @Text({ max: 200, optional: true, description: 'its name in addresses stays' })
  title?: string;
}

export class CreateTopic extends TopicTerms {
  @Text({ max: 200, description: 'the title of the running story' })
  title: string;

  @Text({ max: 64, optional: true, description: 'its name in addresses; made from the title if missing' })
  slug?: string;

  @Text({ max: 64, optional: true, description: 'IANA zone; UTC if missing' })
  zone?: string;

  @OneOf(['at_once', 'desk'], {
    optional: true,
    description: 'whether what is logged here is public at once, or stays with the desk until published',
  })
  publishes?: 'at_once' | 'desk';
}

export const topicView = (topic: Topic): TopicView => ({
  slug: topic.slug,
  title: topic.title,
  zone: topic.zone,
  terms: { short: topic.shortDays, medium: topic.mediumDays, long: topic.longDays },
  recordedAt: topic.recordedAt,
  version: topic.version,
});
