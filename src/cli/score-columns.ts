import { open } from 'node:fs/promises';

/** The part that a column plays, each named by an option of the same name. */
export type Part = 'probability' | 'outcome' | 'scenario' | 'forecaster';

/** Names given for parts, as options. */
export type ColumnNames = Partial<Record<Part, string>>;

/** Where each part is in a row. */
export interface Columns {
  probability: number;
  outcome: number;
  scenario: number | null;
  forecaster: number | null;
  /** Cells of the header. */
  count: number;
}

/** How the rows of a file are cut into cells. */
export interface Layout {
  separator: string;
  /** The header, cut. Empty where the file is. */
  header: string[];
  /** The first line says `sep=;` and is no header. */
  hasSeparatorLine: boolean;
}

/** What a header says: its columns, names that may be meant, or what is wrong with it. */
export type HeaderReading =
  { columns: Columns } | { missing: Part[]; proposed: ColumnNames | null } | { fault: string };

const SEPARATORS = [',', ';', '\t'];
const HEAD_BYTES = 65_536;

/** Taken without asking. */
const NAMES: Record<Part, readonly string[]> = {
  probability: ['probability'],
  outcome: ['outcome'],
  scenario: ['question_id', 'scenario'],
  forecaster: ['forecaster'],
};

/** What other programs and platforms call them, the likeliest first: proposed, never taken without asking. */
const ALIASES: Record<Part, readonly RegExp[]> = {
  probability: [
    /^(prob|p|p_?hat|predicted_?prob(ability)?|forecasted_?probability|probability_?yes)$/,
    /^(forecast|prediction|credence|confidence|estimate|predicted)(_|$)/,
    /(probability|forecast_?prob|prob)$/,
  ],
  outcome: [
    /^(result|resolution|resolved_?to|happened|occurred|answer|actual|truth|label|y|y_?true|observed)$/,
    /^(question_)?(resolution|result|outcome)(_|$)/,
    /_(outcome|result)$/,
  ],
  scenario: [
    /^(question|scenario|ifp|market|contract|problem|event)_?id$/,
    /^(question|claim|event)(_title)?$/,
  ],
  forecaster: [
    /^(user|forecaster|author|model|team|source|predictor)(_?(id|name|username))?$/,
    /created_by$/,
  ],
};

const REQUIRED = ['probability', 'outcome'] as const;
const OPTIONAL = ['scenario', 'forecaster'] as const;

/** Reads how a file is cut: by what its first line declares, else by the separator that finds the most in its header. */
export async function readLayout(path: string, names: ColumnNames): Promise<Layout> {
  const [first = '', second = ''] = await firstLines(path);
  const declared = /^"?sep=(.)"?$/.exec(first)?.[1];
  const line = declared === undefined ? first : second;
  const [separator] = [...(declared === undefined ? SEPARATORS : [declared])].sort(
    (a, b) => worth(cut(line, b), names) - worth(cut(line, a), names),
  );
  return {
    separator: separator!,
    header: line === '' ? [] : cut(line, separator!),
    hasSeparatorLine: declared !== undefined,
  };
}

/** The two parts that are needed outweigh any number of cells. */
function worth(header: readonly string[], names: ColumnNames): number {
  return 1000 * REQUIRED.filter((part) => indicesOf(part, header, names).length > 0).length + header.length;
}

async function firstLines(path: string): Promise<string[]> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const text = new TextDecoder().decode(buffer.subarray(0, bytesRead));
    return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  } finally {
    await file.close();
  }
}

/** A header in cells; a separator between quotation marks does not count. */
function cut(line: string, separator: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === separator && !isQuoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"'),
  );
}

/** The parts of a header: by the names given, else by the usual names; where one is missing, by what may be meant. */
export function readHeader(header: readonly string[], names: ColumnNames): HeaderReading {
  for (const part of [...REQUIRED, ...OPTIONAL]) {
    const name = names[part];
    const found = indicesOf(part, header, names);
    if (name !== undefined && found.length === 0)
      return { fault: `It has no column "${name}" (--${part}); ${saysOf(header)}` };
    if (found.length > 1) return { fault: `It has two columns "${header[found[0]!]!.trim()}".` };
  }
  const missing = REQUIRED.filter((part) => indicesOf(part, header, names).length === 0);
  if (missing.length > 0) return { missing, proposed: proposalOf(header, names) };
  const at = (part: Part) => indicesOf(part, header, names)[0] ?? null;
  return {
    columns: {
      probability: at('probability')!,
      outcome: at('outcome')!,
      scenario: at('scenario'),
      forecaster: at('forecaster'),
      count: header.length,
    },
  };
}

export const saysOf = (header: readonly string[]): string =>
  `its header says: ${header.slice(0, 12).join(', ').slice(0, 200)}.`;

function indicesOf(part: Part, header: readonly string[], names: ColumnNames): number[] {
  const wanted = names[part] === undefined ? NAMES[part] : [names[part]];
  for (const name of wanted) {
    const found = header.flatMap((cell, index) => (folded(cell) === folded(name) ? [index] : []));
    if (found.length > 0) return found;
  }
  return [];
}

/** Names for every part that can be found; null where one that is needed cannot. */
function proposalOf(header: readonly string[], names: ColumnNames): ColumnNames | null {
  const proposed: ColumnNames = {};
  const taken = new Set<number>();
  for (const part of [...REQUIRED, ...OPTIONAL]) {
    const known = indicesOf(part, header, names)[0];
    const index = known ?? aliasOf(part, header, taken);
    if (index === undefined) continue;
    taken.add(index);
    proposed[part] = header[index]!.trim();
  }
  return REQUIRED.every((part) => proposed[part] !== undefined) ? proposed : null;
}

function aliasOf(part: Part, header: readonly string[], taken: ReadonlySet<number>): number | undefined {
  for (const alias of ALIASES[part])
    for (const [index, cell] of header.entries())
      if (!taken.has(index) && alias.test(folded(cell).replaceAll(/[^a-z0-9]+/g, '_'))) return index;
  return undefined;
}

const folded = (name: string): string => name.trim().toLowerCase();
