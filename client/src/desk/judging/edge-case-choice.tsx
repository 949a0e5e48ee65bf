import type { Criteria } from '../../data.js';
import type { Faults } from '../faults.js';
import { Field, InputField } from '../field.js';
import type { JudgementDraft } from './judgement-draft.js';

export interface EdgeCaseChoiceProps {
  criteria: Criteria | null;
  draft: JudgementDraft;
  faults: Faults;
  onChange: (fields: Partial<JudgementDraft>) => void;
}

/** Which row of the criteria's table decided, or why none fits. */
export function EdgeCaseChoice({ criteria, draft, faults, onChange }: EdgeCaseChoiceProps) {
  if (!criteria || criteria.edgeCases.length === 0) return null;
  return (
    <>
      <Field name="edgeCase" label={`Edge case that decided (version ${criteria.version})`} faults={faults}>
        <select
          value={draft.edgeCase}
          onChange={(event) => onChange({ edgeCase: event.currentTarget.value })}
        >
          <option value="">not said</option>
          {criteria.edgeCases.map((row, index) => (
            <option key={row.case} value={`${index + 1}`}>
              {`${index + 1}. ${row.case}: ${row.counts ? 'counts' : 'does not count'}`}
            </option>
          ))}
          <option value="none">none fits</option>
        </select>
      </Field>
      {draft.edgeCase === 'none' && (
        <InputField
          {...{ name: 'noEdgeCase', label: 'Why none fits', faults, value: draft.noEdgeCase }}
          onInput={(event) => onChange({ noEdgeCase: event.currentTarget.value })}
        />
      )}
    </>
  );
}
