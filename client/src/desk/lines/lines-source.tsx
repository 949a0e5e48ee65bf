import { ChoiceChip } from '../quick/chip.js';
import { named } from '../quick/choices.js';
import type { Choice } from '../quick/quick-chips.js';
import { COLUMNS } from './table.js';

/** More bytes than the most lines at once have, by far. */
const LARGEST = 2_000_000;

export interface LinesSourceProps {
  text: string;
  /** of lines that name none; '' where none is chosen */
  topic: string;
  /** it is being recorded */
  isBusy: boolean;
  topics: readonly Choice[];
  onText: (text: string) => void;
  onTopic: (slug: string) => void;
  onFault: (message: string) => void;
}

/** Where many predictions come from: written, pasted, or a file. */
export function LinesSource({ text, topic, isBusy, topics, onText, onTopic, onFault }: LinesSourceProps) {
  const open = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const fault = await faultOf(file);
    if (fault === null) onText(await file.text());
    else onFault(fault);
    input.value = ''; // the same file, mended, can be opened again
  };
  return (
    <div inert={isBusy}>
      <label>
        <span class="chip-label">
          One prediction a line: <code>! what could happen by June 65% #topic</code>. Or a table that begins
          with the names of its columns: {COLUMNS.join(', ')}
        </span>
        <textarea
          id="lines-text"
          class="briefing-text"
          maxLength={500_000}
          value={text}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      </label>
      <div class="quick-chips">
        <label class="chip">
          <span class="chip-label">Or open a file: text or CSV, in UTF-8</span>
          <input
            type="file"
            accept=".txt,.md,.csv,.tsv,text/plain,text/csv"
            onChange={({ currentTarget }) => void open(currentTarget)}
          />
        </label>
        <ChoiceChip
          {...{ label: 'Topic of lines that name none', id: 'lines-topic', chosen: topic || null }}
          words={named(topics)}
          choose={onTopic}
        />
      </div>
    </div>
  );
}

/** Why a file cannot be read; null where it can. */
async function faultOf(file: File): Promise<string | null> {
  if (file.size > LARGEST)
    return `“${file.name}” has ${Math.ceil(file.size / 1_000_000)} MB, and at most 2 can be opened: split it.`;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return null;
  } catch {
    return `“${file.name}” is not text in UTF-8: save it as that, and open it again.`;
  }
}
