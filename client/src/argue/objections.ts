import type { Term, Vantage, Kind } from '../data.js';
import {
  type Disputes,
  GROUNDS,
  NO_DISPUTES,
  RULINGS,
  type Ruling,
} from '../../../src/track-records/disputes.js';
import type { PublicRecord } from '../../../src/track-records/public-record.js';

/** What a reader looks at: a part of the record, and which of its forecasts count. */
export interface View {
  topic?: string;
  kind?: Kind;
  term?: Term;
  forecaster?: string;
  vantage?: Vantage;
  records?: 'live' | 'all';
}

/** All that a reader has chosen. */
export interface Choices {
  disputes: Disputes;
  view: View;
}

export const NOTHING: Choices = { disputes: NO_DISPUTES, view: {} };

/** Choices as they were found, and how many of them mean nothing in this record. */
export interface Found {
  choices: Choices;
  unknown: number;
}

type Named = Pick<PublicRecord, 'filters' | 'scenarios' | 'topics' | 'forecasters'>;

const FORMAT = 'hindcast-objections/1';
const RULING_NAMES: Record<Ruling, string> = { occurred: 'yes', not_occurred: 'no', out: 'out' };
const VIEWS: { [Name in keyof View]?: readonly string[] } = {
  kind: ['risk', 'opportunity', 'consequence'],
  term: ['short', 'medium', 'long'],
  vantage: ['first', 'last', 'timeWeighted'],
  records: ['live', 'all'],
};
/** Stands between the members of a list in an address; neither an id nor a slug has one. */
const BETWEEN = '.';

export const objectionsIn = ({ rulings, topics, forecasters, grounds }: Disputes): number =>
  Object.keys(rulings).length + topics.length + forecasters.length + grounds.length;

/** Choices as they stand behind the # of an address. @example fragmentOf(NOTHING) // => '' */
export function fragmentOf({ disputes, view }: Choices): string {
  const lists: [name: string, members: readonly string[]][] = [
    ...RULINGS.map((ruling): [string, string[]] => [
      RULING_NAMES[ruling],
      Object.keys(disputes.rulings).filter((id) => disputes.rulings[id] === ruling),
    ]),
    ['topics', disputes.topics],
    ['forecasters', disputes.forecasters],
    ['grounds', disputes.grounds],
  ];
  const params = new URLSearchParams();
  for (const [name, members] of lists) if (members.length > 0) params.set(name, members.join(BETWEEN));
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params.toString();
}

/** Reads it back. An address is other people's text: what is not in the record is left out, and counted. */
export function readFragment(fragment: string, record: Named): Found {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const list = (name: string) => (params.get(name) ?? '').split(BETWEEN).filter(Boolean);
  const rulings = RULINGS.flatMap((ruling) => list(RULING_NAMES[ruling]).map((id) => [id, ruling] as const));
  return checked(
    {
      rulings,
      ...{ topics: list('topics'), forecasters: list('forecasters'), grounds: list('grounds') },
      view: Object.fromEntries(params),
    },
    record,
  );
}

/** Choices as a small file, which says of which record they are. */
export function savedObjections(
  { disputes, view }: Choices,
  of: Pick<PublicRecord, 'desk' | 'asOf' | 'version'> & { digest: string },
): string {
  const { desk, asOf, version, digest } = of;
  const record = { desk, asOf, version, digest };
  return `${JSON.stringify({ format: FORMAT, record, ...disputes, view }, null, 2)}\n`;
}

/**
 * Reads such a file back.
 *
 * @throws {Error} with a sentence for the reader, where it is no such file
 */
export function readSaved(text: string, record: Named & { digest: string }): Found & { same: boolean } {
  let saved: unknown;
  try {
    saved = JSON.parse(text);
  } catch {
    throw new Error('This file holds no objections: it is not JSON.');
  }
  if (!isObject(saved) || saved['format'] !== FORMAT)
    throw new Error(`This file holds no objections: it does not say that it is “${FORMAT}”.`);
  const list = (name: string) => {
    const value = saved[name];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const found = checked(
    {
      rulings: isObject(saved['rulings']) ? Object.entries(saved['rulings']) : [],
      ...{ topics: list('topics'), forecasters: list('forecasters'), grounds: list('grounds') },
      view: isObject(saved['view']) ? saved['view'] : {},
    },
    record,
  );
  const of = saved['record'];
  return { ...found, same: isObject(of) && of['digest'] === record.digest };
}

interface Raw {
  rulings: readonly (readonly [id: string, ruling: unknown])[];
  topics: readonly string[];
  forecasters: readonly string[];
  grounds: readonly string[];
  view: Record<string, unknown>;
}

function checked(raw: Raw, record: Named): Found {
  let unknown = 0;
  const known = <T extends string>(members: readonly string[], there: ReadonlySet<string>): T[] => {
    const found = [...new Set(members)].filter((one) => there.has(one));
    unknown += new Set(members).size - found.length;
    return found as T[];
  };
  const ids = new Set(record.scenarios.map(({ id }) => id));
  const topics = new Set(record.topics.map(({ slug }) => slug));
  const forecasters = new Set(record.forecasters.filter((one) => one.public).map(({ slug }) => slug));
  const rulings = raw.rulings.filter(
    ([id, ruling]) => ids.has(id) && (RULINGS as readonly unknown[]).includes(ruling),
  );
  unknown += raw.rulings.length - rulings.length;
  const disputes: Disputes = {
    rulings: Object.fromEntries(rulings) as Record<string, Ruling>,
    topics: known(raw.topics, topics),
    forecasters: known(raw.forecasters, forecasters),
    grounds: known(raw.grounds, new Set(GROUNDS)),
  };
  const isThere = (name: string, value: string): boolean => {
    if (Object.hasOwn(record.filters, name)) return false; // the whole record is of one: that is no choice
    if (name === 'topic') return topics.has(value);
    if (name === 'forecaster') return forecasters.has(value);
    return Object.hasOwn(VIEWS, name) && VIEWS[name as keyof View]!.includes(value);
  };
  const view = Object.entries(raw.view).filter(([name, value]) => isThere(name, String(value)));
  return { choices: { disputes, view: Object.fromEntries(view) }, unknown };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
