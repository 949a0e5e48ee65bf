import type { LintView, MarkView } from '../scenarios/lint.dto.js';

const WIDTH = 100;

/** A lint for a person: the statement with the marked words underlined, each mark with its fix, and the edge cases. */
export function lintText(statement: string, { marks, edgeCases }: LintView): string {
  const isWhole = ({ from, to }: MarkView) => to - from === statement.length;
  const parts = marks.filter((mark) => !isWhole(mark));
  return [
    ...underlined(statement, parts),
    '',
    ...(marks.length === 0
      ? ['Nothing to mark.', '']
      : marks.flatMap((mark) => told(statement, mark, isWhole(mark)))),
    'Would this count? Answer in the edge cases of the criteria:',
    ...edgeCases.map((row, i) => `  ${i + 1}. ${row.case}`),
  ].join('\n');
}

/** The statement in lines of a terminal's width, each with a line below where words of it are marked. */
function underlined(statement: string, marks: readonly MarkView[]): string[] {
  return linesOf(statement).flatMap(([from, to]) => {
    const below = Array.from({ length: to - from }, (_, i) =>
      marks.some((mark) => mark.from <= from + i && from + i < mark.to) ? '^' : ' ',
    );
    const line = statement.slice(from, to).replace(/\s/g, ' ');
    const under = below.join('').trimEnd();
    return under === '' ? [line] : [line, under];
  });
}

/** Where each line begins and ends; cut at spaces, or within a word that is longer than a line. */
function linesOf(text: string): [from: number, to: number][] {
  const lines: [number, number][] = [];
  for (let from = 0; from < text.length;) {
    const rest = text.slice(from, from + WIDTH + 1);
    const space = rest.length > WIDTH ? rest.lastIndexOf(' ') : -1;
    const to = rest.length <= WIDTH ? text.length : from + (space > 0 ? space : WIDTH);
    lines.push([from, to]);
    from = space > 0 ? to + 1 : to;
  }
  return lines;
}

function told(
  statement: string,
  { code, from, to, reason, fix, deadline }: MarkView,
  whole: boolean,
): string[] {
  return [
    `${code}${whole ? '' : `: ${statement.slice(from, to)}`}`,
    `  ${reason}`,
    ...(fix ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => `  → ${line}`),
    ...(deadline ? [`  → deadline ${deadline}`] : []),
    '',
  ];
}
