import { describe, expect, it } from '@jest/globals';
import { areLines, readGrammar, tableMark } from '../../client/src/desk/lines/lines.js';
import { readTable } from '../../client/src/desk/lines/table.js';

describe('a text of one prediction a line', () => {
  it.each([
    ['! a strike shuts the port by June 65% #energy\n+ a pact is signed 30 %', true],
    ['\n> prices rise by 2028 80%\n\nrates fall by June, 20 percent', true],
    ['Update 15\n\nWhat could happen next?\n\nRisk\n\nShort term · 0.4', false],
    ['! the port shuts 60%\nwhat follows from it', false],
    ['Kind\tStatement\nrisk\tThe port shuts.', true],
  ])('%j is told from a briefing', (text, expected) => expect(areLines(text)).toBe(expected));

  it('keeps each line as it is written, and its number in the text', () => {
    const { lines } = readGrammar('! one thing 10%\r\n\r\n  + another 20% #b  \n');
    expect(lines.map(({ at, line, chosen }) => [at, line, chosen])).toEqual([
      [1, '! one thing 10%', {}],
      [3, '+ another 20% #b', {}],
    ]);
  });
});

describe('a table', () => {
  const whole = (text: string) => readTable(text, tableMark(text)!);
  const read = (text: string) => whole(text).lines;

  it.each([',', ';', '\t'])('is read by %j, whatever the order of its columns', (mark) => {
    const text = [
      [
        'Probability',
        '"Statement"',
        'kind',
        'deadline',
        'topic',
        'premise',
        'criteria',
        'Forecaster',
        'TERM',
      ],
      [
        '0.65',
        '"The port, or its terminal, shuts; twice"',
        'Risk',
        '2027-03-31',
        'Harbour',
        '',
        'A log.',
        'ana',
        '',
      ],
    ];
    expect(read(`\uFEFF${text.map((row) => row.join(mark)).join('\r\n')}\r\n`)).toEqual([
      {
        at: 2,
        source: text[1]!.join(mark).trim(),
        line: 'The port, or its terminal, shuts; twice',
        chosen: {
          ...{ statement: 'The port, or its terminal, shuts; twice', kind: 'risk', probability: 0.65 },
          ...{ deadline: '2027-03-31', topic: 'Harbour', forecaster: 'ana' },
        },
        criteria: 'A log.',
        notes: [],
      },
    ]);
  });

  it.each([
    ['0.65', 0.65],
    ['.5', 0.5],
    ['0,65', 0.65],
    ['65%', 0.65],
    ['12.5 %', 0.125],
    ['1', 1],
    ['0', 0],
  ])('takes %s for a probability', (text, expected) =>
    expect(read(`statement;probability\nIt rains.;${text}`)[0]!.chosen.probability).toBe(expected),
  );

  it.each([
    ['probability', '65', '“65” is no probability: write 0.65 or 65 %.'],
    ['probability', '-5%', '“-5%” is no probability: write 0.65 or 65 %.'],
    ['probability', '50.555%', '“50.555%” is no probability: write 0.65 or 65 %.'],
    ['probability', '0.12345', '“0.12345” is no probability: write 0.65 or 65 %.'],
    ['probability', '150%', '“150%” is no probability: write 0.65 or 65 %.'],
    ['probability', 'likely', '“likely” is no probability: write 0.65 or 65 %.'],
    ['kind', 'threat', '“threat” is no kind: risk, opportunity or consequence.'],
    ['term', '3 years', '“3 years” is no term: short, medium or long.'],
    ['deadline', '31/03/2027', '“31/03/2027” is no deadline: write it as 2027-03-31.'],
  ])('says what of a column it cannot take: %s %j', (column, text, note) => {
    const [row] = read(`statement,${column}\nIt rains.,${text}`);
    expect(row!.notes).toEqual([{ about: column, says: note }]);
    expect(row!.chosen).toEqual({ statement: 'It rains.' });
  });

  it('names the line on which each prediction begins, and the columns that it takes nothing from', () => {
    const { lines, unread } = whole('statement,notes,Id\n"One\nthing.",x,1\n\n,,\nAnother.,,2\nShort.');
    expect(lines.map(({ at, line }) => [at, line])).toEqual([
      [2, 'One\nthing.'],
      [6, 'Another.'],
      [7, 'Short.'],
    ]);
    expect(unread).toEqual(['notes', 'id']);
  });

  it('says where it is broken', () => {
    expect(() => whole('statement,kind\nIt rains.,risk\n"It snows.,risk')).toThrow(/at line \d/);
  });
});
