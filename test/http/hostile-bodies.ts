import { gzipSync } from 'node:zlib';
import type { PostRoute } from './post-bodies.js';

/** A copy of a value with the part at each place changed, deep within lists and objects. */
function* changed(value: unknown, into: (part: unknown) => unknown[]): Generator<unknown> {
  yield* into(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    for (const other of changed(part, into)) {
      const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
        string,
        unknown
      >;
      copy[key] = other;
      yield copy;
    }
}

/** The body of a route with one of its keys changed. */
export function* bodies({ body, also }: PostRoute, into: (part: unknown) => unknown[]): Generator<object> {
  for (const [key, value] of Object.entries({ ...also, ...body }))
    for (const other of changed(value, into)) yield { ...body, [key]: other };
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

const OTHERS = [
  7,
  -1,
  1e308,
  true,
  false,
  'NaN',
  'Infinity',
  '',
  {},
  [],
  [[]],
  [null],
  [7],
  [{}],
  ['x'],
  [[{}]],
];

/** Values of every other kind than that of a part. */
export const ofAnotherKind = (part: unknown): unknown[] =>
  OTHERS.filter((other) => kindOf(other) !== kindOf(part) && other !== part);

const deep = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000);

/** Texts that are no JSON, no object, or an object that no route takes. */
export const NO_JSON = [
  ...['{', '{"a": ', 'NaN', 'undefined', '{a: 1}', "{'a': 1}", '{"a": 1,}', '{} {}', '// {}'],
  ...[deep('[', ']'), deep('{"a":', '}') + '1', '{"field": "a", "field": "b"}'],
  ...[
    '{"__proto__": {"role": "editor"}}',
    '{"constructor": {"prototype": {}}}',
    '{"toString": 1}',
    '{"prototype": {}}',
  ],
];
export const NO_OBJECT = [
  ...[...NO_JSON, '""', 'null', '[]', '[[]]', '[{}]', '"text"', '42', 'true'],
  ...['{"role": "administrator"}', '{"id": "x", "recordedAt": "2020-01-01T00:00:00Z"}'],
];

/** A body as bytes that are no text, or too many, or in another language. */
export function unreadable(
  body: object,
): { what: string; sent: string | Buffer; headers: Record<string, string> }[] {
  const text = JSON.stringify(body);
  const types = ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'x'];
  return [
    { what: 'no UTF-8', sent: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), headers: {} },
    {
      what: 'half a character',
      sent: Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc3, 0x7d])]),
      headers: {},
    },
    { what: 'garbage', sent: gzipSync('garbage'), headers: { 'content-encoding': 'gzip' } },
    { what: 'UTF-16', sent: Buffer.from(text, 'utf16le'), headers: {} },
    { what: '1 MB', sent: `{"note": "${'x'.repeat(1_000_000)}"}`, headers: {} },
    { what: '256 kB and a byte', sent: text.padEnd(256 * 1024 + 1), headers: {} },
    ...types.map((type) => ({ what: type, sent: text, headers: { 'content-type': type } })),
  ];
}

/** Texts that cannot be stored, or hide what they say. */
export const UNSTORABLE = [
  ...['a\0b', 'a\ud800b', 'a\udc00', 'a\u0007', `e${'\u0301'.repeat(10_000)}`, 'x\ufe0f'.repeat(60_000)],
];

/** Texts that run the other way than they are written, or hold what nobody sees. */
export const TURNED = ['a\u202eb', '\u2066a', 'a\u200bb', 'a\u200fb'];

/** The first and last days, and names that may be too long for their place. */
export const EDGES = [
  ...['1899-12-31', '2200-12-31', '9999-12-31', '0000-01-01', '2026-02-30', '2200-12-31T23:59:59Z'],
  ...['1900-01-01T00:00:00Z', 'x'.repeat(200), `a${'\u{20000}'.repeat(199)}`, 'x\ufe0f'.repeat(150)],
];
