import type { Api } from '../api.js';

type Mark = Api['MarkView'];

/** The parts of a statement, each with the marks that lie on it. */
export function partsOf(statement: string, marks: readonly Mark[]): { text: string; marks: Mark[] }[] {
  const own = marks.filter(({ from, to }) => from > 0 || to < statement.length);
  const cuts = [...new Set([0, statement.length, ...own.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!;
    return {
      text: statement.slice(from, to),
      marks: own.filter((mark) => mark.from <= from && to <= mark.to),
    };
  });
}

export interface MarkedStatementProps {
  statement: string;
  marks: readonly Mark[];
  onFix?: (statement: string) => void;
}

/** A statement with what makes it hard to judge underlined, and why. It may be recorded as it is. */
export function MarkedStatement({ statement, marks, onFix }: MarkedStatementProps) {
  return (
    <div class="marked">
      <p class="marked-text">
        {partsOf(statement, marks).map((part, index) =>
          part.marks.length > 0 ? (
            <mark key={index} title={part.marks.map(({ reason }) => reason).join(' ')}>
              {part.text}
              <span class="unseen">{` (${part.marks.map(({ reason }) => reason).join(' ')})`}</span>
            </mark>
          ) : (
            <span key={index}>{part.text}</span>
          ),
        )}
      </p>
      {marks.length > 0 && (
        <ul class="marked-reasons">
          {marks.map((mark, index) => (
            <li key={index}>
              {mark.reason}
              {mark.fix !== undefined && onFix && !/[\n[]/.test(mark.fix) && (
                <>
                  {' '}
                  <button type="button" onClick={() => onFix(mark.fix!)}>
                    {`Say “${mark.fix}”`}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
