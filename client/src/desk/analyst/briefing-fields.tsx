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
      <label class="chip">
        <span class="chip-label">Topic</span>
        <input
          value={draft.topic || (topic ?? '')}
          maxLength={200}
          onChange={({ currentTarget }) => edit({ topic: currentTarget.value })}
        />
      </label>
      <label class="chip">
        <span class="chip-label">Published on</span>
        <input
          type="date"
          value={draft.publishedOn || (publishedOn ?? '')}
          onChange={({ currentTarget }) => edit({ publishedOn: currentTarget.value })}
        />
      </label>
      {forecasters.length > 1 && (
        <label class="chip">
          <span class="chip-label">Forecaster</span>
          <select
            value={forecaster || 'desk'}
            onChange={({ currentTarget }) => edit({ forecaster: currentTarget.value })}
          >
            {forecasters.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="chip chip-wide">
        <span class="chip-label">Headline</span>
        <input
          value={draft.headline || (headline ?? '')}
          maxLength={500}
          onChange={({ currentTarget }) => edit({ headline: currentTarget.value })}
        />
      </label>
    </div>
  );
}
