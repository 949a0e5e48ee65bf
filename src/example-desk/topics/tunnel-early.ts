import type { BriefingSource } from '../types.js';
import {
  absent,
  annulled,
  consequence,
  corrected,
  happening,
  impossible,
  no,
  occurred,
  open,
  opportunity,
  risk,
  seen,
  yes,
} from '../writing.js';

const POST = 'Ostrel Morning Post';
const RAIL = 'Rail & Rock';
const TRIBUNE = 'Lumen Tribune';

export const tunnelEarly: readonly BriefingSource[] = [
  {
    ref: 'tunnel-1',
    day: -650,
    headline: 'Old Ines stops at kilometre nineteen',
    standfirst:
      'The larger of the two machines under the Garrow massif hit water at 26 bar and has not turned since.',
    category: 'Infrastructure',
    status: 'Developing',
    takeaway: 'The tunnel’s timetable was drawn for dry rock, and the rock was not consulted.',
    body: [
      'Garrowlink, which is building the base tunnel from Ostrel to Lumen, confirmed on {-1} that the machine called Old Ines has stood for eleven days. Water is entering at 140 litres a second.',
      'The second machine, Marta, goes on from the north at 14 metres a day. The two are 21 kilometres apart.',
    ],
    scenarios: [
      risk(
        'short',
        0.84,
        'Old Ines will stand still for more than 60 days in a row.',
        occurred(50, 'Sixty-one days without a turn', [
          RAIL,
          'The machine has not turned for sixty-one days.',
        ]),
        {
          criteria: seen(
            'Garrowlink’s weekly progress sheet, counted from the day of the inflow.',
            no('A test turn of the cutter head without advance'),
            yes('Days on which the crew injects grout'),
          ),
        },
      ),
      opportunity(
        'short',
        0.33,
        'The inflow will be brought below 20 litres a second.',
        absent('It was at 34 by the deadline.'),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 3,
              probability: 0.3,
              because:
                'At that pressure grout washes out as fast as it sets; the two precedents took five months.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.89,
        'Garrowlink will postpone the tunnel’s opening date.',
        occurred(
          142,
          'Opening of the Garrow tunnel put off by two years',
          [POST, 'Trains will run two years later than planned.'],
          [TRIBUNE],
        ),
      ),
    ],
    edition: { number: 1, title: 'Twenty-six bar' },
    source: 'Rail & Rock',
    perspectives: [
      [
        'Garrowlink',
        'The project director, Anton Resk, says that water is information and that the machine is reading it.',
      ],
    ],
  },
  {
    ref: 'tunnel-2',
    day: -540,
    headline: 'The second bill',
    standfirst:
      'The contractor Brecken Voll wants 1.9 billion more, for rock that it says was described as something else.',
    category: 'Legal',
    status: 'Developing',
    takeaway: 'The quarrel will be about forty-one drill cores in a shed in Ostrel.',
    body: [
      'The claim was delivered on {-2} in eleven boxes. It says that the tender showed granite where there is crushed dolomite, and that Garrowlink knew.',
      'Garrowlink says that the cores were open to inspection and that Brecken Voll sent a photographer.',
    ],
    scenarios: [
      risk(
        'short',
        0.43,
        'Brecken Voll will take workers off the southern heading.',
        absent('Notice was given to 210 people and taken back within the week.'),
        {
          said: [
            {
              by: 'maud-tessaly',
              after: 3,
              probability: 0.5,
              because: 'They did so at the Sill dam, but that contract had no penalty.',
            },
          ],
        },
      ),
      opportunity(
        'medium',
        0.56,
        'The two sides will settle the claim for a published sum.',
        absent('They settled, and kept the sum to themselves.'),
        {
          criteria: seen(
            'A settlement whose amount either side publishes or a government reports to a parliament.',
            no('A sum leaked to a newspaper'),
            yes('A range no wider than 100 million'),
          ),
          said: [
            {
              by: 'dorrin-hale',
              after: 5,
              probability: 0.85,
              because: 'Nobody wants the photographer in the witness box.',
            },
          ],
        },
      ),
      consequence(
        'short',
        0.3,
        'The drill cores will become the scandal’s emblem.',
        annulled(
          'ambiguous',
          92,
          'Two editors read “emblem” differently and found no measure on which to agree.',
        ),
      ),
    ],
    edition: { number: 5, title: 'Forty-one cores in a shed' },
    source: 'Lumen Tribune',
  },
  {
    ref: 'tunnel-3',
    day: -440,
    headline: 'Lumen wants its own station',
    standfirst:
      'The canton’s voters asked, by 54 per cent, for a stop under the mountain that no plan contains.',
    category: 'Politics',
    status: 'Developing',
    takeaway: 'A vote that binds nobody has given every opponent a reason.',
    body: [
      'The stop at Hochsill would lie 800 metres below a village of 1,300. The initiative’s author, a hotelier, says that lifts have been invented.',
      'Ostrel pays for 60 per cent of the tunnel and has no wish to slow its trains. Its transport secretary, Cato Brandt, called the vote on {-1} a postcard.',
    ],
    scenarios: [
      risk(
        'medium',
        0.2,
        'Lumen will withhold one of its quarterly payments to Garrowlink.',
        absent('One instalment came four days late.'),
        {
          signs: [
            {
              event: happening(95, 'Lumen’s council asks its lawyers about the instalments', [TRIBUNE]),
              bearing: 'supports',
            },
          ],
        },
      ),
      opportunity(
        'medium',
        0.37,
        'Garrowlink will commission a feasibility study of a stop at Hochsill.',
        corrected(
          absent('A memorandum on rescue access was counted by nobody.'),
          occurred(251, 'Study of a Hochsill stop ordered in secret', [
            RAIL,
            'Order 7714, dated within the year, is for a study of a stop with passenger lifts.',
          ]),
          398,
          'An order for such a study, dated within the term, came to light in the accounts of the engineering office.',
        ),
        {
          criteria: seen(
            'A signed order for a study that names passengers.',
            no('A study of an emergency stop only'),
          ),
        },
      ),
      consequence(
        'short',
        0.68,
        'Cato Brandt will apologise for the word “postcard”.',
        impossible(
          27,
          'Brandt steps down for his health',
          [POST, 'He will make no further statements.'],
          'Brandt left office after a stroke and has let it be known that he makes no more public statements.',
        ),
      ),
    ],
    edition: { number: 9, title: 'Eight hundred metres of lift' },
    source: 'Lumen Tribune',
  },
  {
    ref: 'tunnel-4',
    day: -361,
    headline: 'Old Ines turns',
    standfirst:
      'After nine months and 31,000 tonnes of grout the southern machine advanced by four metres in a day.',
    category: 'Infrastructure',
    status: 'Confirmed',
    takeaway: 'The mountain has let go of the machine; the calendar has not.',
    body: [
      'The crew hung a lantern on the cutter head on {-1} and drove it through the worst of the dolomite at walking pace for a snail. Rail & Rock has computed the snail.',
      'Seventeen kilometres remain between the machines. At Marta’s pace that is three years and four months.',
    ],
    scenarios: [
      risk(
        'short',
        0.31,
        'Old Ines will stop again for more than two weeks.',
        absent('Nine days in the fault at kilometre 19.8.'),
      ),
      opportunity(
        'short',
        0.6,
        'Old Ines will advance by at least 300 metres in one calendar month.',
        occurred(76, 'Three hundred and twelve metres in a month', [
          RAIL,
          'The sheet for the month shows 312 metres.',
        ]),
        {
          said: [
            {
              by: 'plumb-3',
              after: 2,
              probability: 0.645,
              because:
                'Eight of eleven machines restarted in similar rock reached ten metres a day within ten weeks.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.32,
        'An investor from outside the two countries will take a stake in Garrowlink.',
        open,
        {
          criteria: seen(
            'An entry in Garrowlink’s register of shareholders.',
            no('A memorandum of understanding'),
            yes('A stake held through a fund seated elsewhere'),
          ),
        },
      ),
      consequence('long', 0.54, 'the two machines will meet before the end of the term.', open, {
        premise: 'the dolomite ends before kilometre 21',
        said: [
          {
            by: 'ilse-corvane',
            after: 6,
            probability: 0.4,
            because: 'Seventeen kilometres in three years leaves no room for a second inflow.',
          },
        ],
      }),
    ],
    edition: { number: 13, title: 'A lantern on the cutter head' },
    source: 'Rail & Rock / Ostrel Morning Post',
  },
];
