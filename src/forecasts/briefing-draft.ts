import { readBriefing } from '../briefing-text/index.js';
import type { BriefingContent } from '../briefings/briefing.dto.js';
import type { Day } from '../days.js';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import { requireDeadline } from '../scenarios/closing-day.js';
import {
  type BriefingFields,
  type CreateBriefing,
  type DraftScenario,
  MOST_SCENARIOS,
  type ReadingWarning,
  type RefusedItem,
} from './forecast.dto.js';
import { requireProbability } from './probability.js';

/** What a request says: the briefing, the scenarios that can be recorded, and those that cannot. */
export interface DraftReading {
  briefing: BriefingContent;
  scenarios: DraftScenario[];
  refused: RefusedItem[];
  warnings: ReadingWarning[];
}

const NOTHING: BriefingContent = {
  topic: null,
  headline: null,
  standfirst: null,
  category: null,
  status: null,
  takeaway: null,
  edition: null,
  publishedOn: null,
  sections: [],
  perspectives: [],
  sources: [],
};

/** From a text, from fields, or from a text with fields that override what is read. */
export function draftOf(body: CreateBriefing, today: Day): DraftReading {
  const fields = contentOf({ ...(body.briefing ?? {}), ...given(body) });
  if (body.text !== undefined) {
    const reading = readBriefing(body.text, { today, overrides: fields });
    const { length } = reading.scenarios;
    if (!body.scenarios && length > MOST_SCENARIOS)
      throw invalid([
        {
          field: 'text',
          message: `holds ${length} scenarios; a briefing may have ${MOST_SCENARIOS}: send the rest as another`,
        },
      ]);
    return body.scenarios
      ? { ...reading, ...structured(body.scenarios, reading.briefing.publishedOn ?? today) }
      : reading;
  }
  if (!body.scenarios) throw invalid([{ field: 'text', message: 'must be given, or else scenarios' }]);
  const items = structured(body.scenarios, fields.publishedOn ?? today);
  return { briefing: { ...NOTHING, ...fields }, warnings: [], ...items };
}

/** The fields that stand beside the text itself. */
function given(body: CreateBriefing): BriefingFields {
  const {
    text: _text,
    briefing: _briefing,
    scenarios: _scenarios,
    forecaster: _who,
    publicAt: _when,
    follows: _follows,
    handover: _handover,
    choices: _choices,
    dropped: _dropped,
    ...fields
  } = body;
  return fields;
}

function contentOf(fields: BriefingFields): Partial<BriefingContent> {
  const { sections, perspectives, sources, ...plain } = fields;
  const said = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined && value !== null),
  );
  return {
    ...said,
    ...(sections && { sections: sections.map(({ heading, body }) => ({ heading: heading ?? null, body })) }),
    ...(perspectives && {
      perspectives: perspectives.map(({ actor, body, asOf }) => ({ actor, body, asOf: asOf ?? null })),
    }),
    ...(sources && {
      sources: sources.map(({ outlet, publishedOn, url }) => ({
        outlet,
        publishedOn: publishedOn ?? null,
        url: url ?? null,
      })),
    }),
  };
}

/** Scenarios given as fields; a bad probability or deadline blocks only its own. */
function structured(
  items: NonNullable<CreateBriefing['scenarios']>,
  opensOn: Day,
): Pick<DraftReading, 'scenarios' | 'refused'> {
  const scenarios: DraftScenario[] = [];
  const refused: RefusedItem[] = [];
  for (const [index, item] of items.entries()) {
    const { deadline, criteria } = item;
    try {
      requireProbability(item.probability);
      if (deadline !== undefined) requireDeadline(deadline, opensOn);
      scenarios.push({
        ...{ kind: item.kind, term: item.term, probability: item.probability as number },
        ...{ statement: item.statement, premise: item.premise ?? null, line: null },
        ...(deadline !== undefined && { deadline }),
        ...(criteria && { criteria }),
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ line: null, text: item.statement, reason: error.detail, index });
    }
  }
  return { scenarios, refused };
}

/** @throws {Problem} briefing_incomplete, no_scenarios */
export function requireComplete(draft: DraftReading): void {
  const { topic, headline } = draft.briefing;
  const missing = [...(topic ? [] : ['topic']), ...(headline ? [] : ['headline'])];
  if (missing.length > 0)
    throw new Problem(
      'briefing_incomplete',
      `No ${missing.join(' and no ')} was found in it; name it beside the text.`,
      { missing, ...draft },
    );
  if (draft.scenarios.length === 0)
    throw new Problem(
      'no_scenarios',
      'No scenario with kind, term, probability and statement was found in it.',
      { ...draft },
    );
}
