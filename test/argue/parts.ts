import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import type { PublicRecord } from '../../src/track-records/public-record.js';

/** Stands for what `npm run build` makes. */
export const ASSETS = { script: 'void 0;', style: 'body{color:red}' };

export const sha256 = (text: string, form: 'hex' | 'base64' = 'hex'): string =>
  createHash('sha256').update(text, 'utf8').digest(form);

/** A file taken apart as a browser would. */
export interface Parts {
  /** Each element with its attributes, in order. */
  elements: { name: string; attributes: Record<string, string> }[];
  /** The text of each script and style, in order. */
  scripts: string[];
  styles: string[];
  /** All other text. */
  text: string;
  policy: string;
  recordText: string;
  record: PublicRecord;
}

export function partsOf(html: string): Parts {
  const elements: Parts['elements'] = [];
  const raw: Record<'script' | 'style', string[]> = { script: [], style: [] };
  let text = '';
  let inside: 'script' | 'style' | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        elements.push({ name, attributes });
        inside = name === 'script' || name === 'style' ? name : null;
        if (inside) raw[inside].push('');
      },
      ontext: (part) => {
        if (inside) raw[inside][raw[inside].length - 1] += part;
        else text += part;
      },
      onclosetag: (name) => {
        if (name === inside) inside = null;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const recordText = raw.script[0]!;
  return {
    ...{ elements, text, scripts: raw.script, styles: raw.style, recordText },
    record: JSON.parse(recordText) as PublicRecord,
    policy: elements.find(({ attributes }) => attributes['http-equiv'])!.attributes['content']!,
  };
}
