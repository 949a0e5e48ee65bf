import { foldHeading } from './normalise.js';

/** The matters a labelled line ("Headline: …") can state. */
export type Field =
  | 'topic'
  | 'headline'
  | 'standfirst'
  | 'category'
  | 'status'
  | 'published'
  | 'updated'
  | 'source'
  | 'edition'
  | 'editionTitle'
  | 'takeaway'
  | 'section'
  | 'perspective';

const FIELDS: Record<string, Field> = {
  topic: 'topic',
  story: 'topic',
  'running story': 'topic',
  headline: 'headline',
  title: 'headline',
  standfirst: 'standfirst',
  summary: 'standfirst',
  subtitle: 'standfirst',
  subheading: 'standfirst',
  subhead: 'standfirst',
  dek: 'standfirst',
  deck: 'standfirst',
  lede: 'standfirst',
  category: 'category',
  status: 'status',
  published: 'published',
  'published on': 'published',
  'publication day': 'published',
  'publication date': 'published',
  'date published': 'published',
  date: 'published',
  'first published': 'published',
  updated: 'updated',
  'last updated': 'updated',
  source: 'source',
  sources: 'source',
  edition: 'edition',
  'first reported in': 'edition',
  'edition title': 'editionTitle',
  'key takeaway': 'takeaway',
  'key takeaways': 'takeaway',
  takeaway: 'takeaway',
  'bottom line': 'takeaway',
  'the bottom line': 'takeaway',
  section: 'section',
  perspective: 'perspective',
};

/** A line of the form "Label: value", where the label is a known one. */
export interface Labelled {
  field: Field;
  value: string;
}

/** Reads a labelled line; null for every other line. */
export function readLabelled(text: string): Labelled | null {
  const colon = text.search(/[:：]/);
  if (colon < 3 || colon > 24) return null;
  const label = foldHeading(text.slice(0, colon));
  const field = Object.hasOwn(FIELDS, label) ? FIELDS[label] : undefined;
  if (!field || !/^[\p{L} *_]+$/u.test(text.slice(0, colon).trim())) return null;
  return { field, value: text.slice(colon + 1).trim() };
}
