/** The grounds on which a prediction is judged, in words. Pure, as `words.ts`. */
import type { Evidence, Resolution, Scenario } from './data.js';
import { BEARING_WORDS, count, instant } from './words.js';

export const TESTABILITY_WORDS = {
  observable: 'The criteria name what must be seen, and where.',
  judged: 'An editor will have to interpret what is seen.',
  untested: 'Nobody has yet checked whether this can be judged.',
} as const satisfies Record<Scenario['testability'], string>;

export const PREMISE_STATE_WORDS = {
  held: 'It was judged to have held.',
  failed: 'It was judged not to have come about.',
  undetermined: 'Whether it holds has not been judged.',
} as const satisfies Record<NonNullable<Scenario['premiseState']>, string>;

const REFERRAL_WORDS = {
  event_retracted: 'back in the queue, as an event that it rests on was retracted',
  event_redated: 'back in the queue, as an event that it rests on has another day than was thought',
  event_restored: 'off the queue again, as that event is believed again',
  date_restored: 'off the queue again, as the day of that event was corrected once more',
} as const satisfies Record<Resolution['referrals'][number]['cause'], string>;

/** Who said how it can be judged, and which editor confirmed it; empty where nobody has said anything. */
export function testabilityInWords(scenario: Scenario): string {
  const { testabilities, testabilityConfirmed, criteria } = scenario;
  const latest = testabilities.at(-1);
  if (!latest) return '';
  const set = testabilities.filter(({ confirmed }) => !confirmed).at(-1);
  const by = set ? `Set by ${set.by}, ${instant(set.recordedAt)}; ` : '';
  if (!testabilityConfirmed) return `${by}no editor has confirmed it.`;
  const { by: editor, recordedAt, criteriaVersion, note } = testabilityConfirmed;
  const earlier = criteria !== null && criteriaVersion !== criteria.version;
  const seen = criteriaVersion === null ? 'before there were criteria' : `for version ${criteriaVersion}`;
  const said = `${by}confirmed by ${editor}, ${instant(recordedAt)}${earlier ? `, ${seen}` : ''}`;
  return `${said[0]!.toUpperCase()}${said.slice(1)}${note ? `: ${note}` : '.'}`;
}

/** Which edge case decided; null where there was none to name. */
export function edgeCaseInWords(resolution: Resolution, scenario: Scenario): string | null {
  const { outcome, basis, edgeCase, noEdgeCase, criteriaVersion } = resolution;
  const judged = scenario.criteriaVersions.find(({ version }) => version === criteriaVersion);
  const row = edgeCase === null ? undefined : judged?.edgeCases[edgeCase - 1];
  if (row)
    return `Decided by edge case ${edgeCase}, “${row.case}”: it ${row.counts ? 'counts' : 'does not count'}.`;
  if (noEdgeCase) return `No edge case of the criteria fits: ${noEdgeCase}`;
  const isOpenQuestion =
    (outcome === 'occurred' || outcome === 'not_occurred') && basis !== 'absence' && basis !== 'imported';
  return isOpenQuestion && judged?.edgeCases.length ? 'Which edge case applied was not said.' : null;
}

/** What put it in doubt, and what answered that, oldest first. */
export const doubtsInWords = ({ referrals }: Resolution): string[] =>
  referrals.map(({ cause, recordedAt }) => `${instant(recordedAt)}: ${REFERRAL_WORDS[cause]}.`);

/** @example bearingInWords({ on: 'premise', bearing: 'supports' }) // => 'on the “if”: speaks for it' */
export const bearingInWords = ({ on, bearing }: Pick<Evidence, 'on' | 'bearing'>): string =>
  on === 'premise' ? `on the “if”: ${BEARING_WORDS[bearing]}` : BEARING_WORDS[bearing];

/** Null where every source is an origin of its own. */
export const originsInWords = ({
  sources,
  origins,
}: Pick<Evidence['event'], 'sources' | 'origins'>): string | null =>
  origins < sources.length
    ? `${count(sources.length, 'source')}, ${count(origins, 'independent origin')}`
    : null;
