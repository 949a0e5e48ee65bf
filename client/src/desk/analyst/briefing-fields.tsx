import { Chip, ChoiceChip } from '../quick/chip.js';
import { named } from '../quick/choices.js';
import { TypedInput } from '../typed-input.js';
import type { BriefingDraft, Reading } from './briefing-draft.js';

export interface FieldsProps {
  draft: BriefingDraft;
  reading: Reading;
  edit: (part: Partial<BriefingDraft>) => void;
  forecaster: string;
  forecasters: readonly { slug: string; name: string }[];
}

/** What a briefing is, beside its scenarios. */
export function Fields({ draft, reading, edit, forecaster, forecasters }: FieldsProps) {
  const { topic, headline, publishedOn } = reading.briefing;
  return (
    <div class="quick-chips">
      <Chip label="Topic">
        <TypedInput
          {...{ value: draft.topic || (topic ?? ''), maxLength: 200 }}
          onDone={(value) => edit({ topic: value })}
        />
      </Chip>
      <Chip label="Published on">
        <TypedInput
          {...{ type: 'date', value: draft.publishedOn || (publishedOn ?? '') }}
          onDone={(value) => edit({ publishedOn: value })}
        />
      </Chip>
      {forecasters.length > 1 && (
        <ChoiceChip
          {...{ label: 'Forecaster', words: named(forecasters), chosen: forecaster || 'desk' }}
          choose={(slug) => edit({ forecaster: slug })}
        />
      )}
      <Chip label="Headline" wide>
        <TypedInput
          {...{ value: draft.headline || (headline ?? ''), maxLength: 500 }}
          onDone={(value) => edit({ headline: value })}
        />
      </Chip>
    </div>
  );
}
