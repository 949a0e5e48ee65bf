import type { BriefingSource } from '../types.js';
import {
  absent,
  consequence,
  corrected,
  happening,
  no,
  occurred,
  open,
  opportunity,
  overdue,
  risk,
  seen,
  yes,
} from '../writing.js';

const FINANCIAL = 'Ansbrough Financial';
const EXCHANGE = 'The Exchange Daily';
const RECORD = 'Union Record';

export const bankLate: readonly BriefingSource[] = [
  {
    ref: 'bank-5',
    day: -330,
    headline: 'One state prints its own notes',
    standfirst:
      'Ostmere will pay its suppliers in tax vouchers, which look like money, fold like money and are not money.',
    category: 'Economy',
    status: 'Escalating',
    takeaway: 'A second currency has begun as a form of invoice.',
    body: [
      'The vouchers come in tens, fifties and hundreds. Ostmere takes them for taxes at face value from next year. A bakery in Lorn Cross, the first to accept them, gives 94 orles for a hundred.',
      'The statutes of the Union reserve notes to the central bank. Anselm says that a voucher is a note only if somebody wants it to be.',
    ],
    scenarios: [
      risk(
        'short',
        0.71,
        'The central bank will take Ostmere to the Union’s court over the vouchers.',
        occurred(52, 'Bank sues Ostmere over its paper', [
          RECORD,
          'The application was lodged in the afternoon.',
        ]),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 2,
              probability: 0.7,
              because: 'Its own statutes oblige it to act, and the lawyers have said so in writing.',
            },
          ],
        },
      ),
      opportunity('short', 0.15, 'Ostmere will withdraw the vouchers of its own accord.', absent()),
      consequence(
        'medium',
        0.58,
        'The vouchers will change hands at a discount of 20 per cent or more.',
        {
          how: 'reopened',
          first: occurred(140, 'Vouchers trade at 79', [
            EXCHANGE,
            'Dealers in Lorn Cross paid 79 for a hundred.',
          ]),
          after: 171,
          reason:
            'The quotation came from a single dealer who has since said that it was a joke among friends. The question is open again until its deadline.',
          disputed: 'The dealer says that no such trade took place.',
        },
        {
          criteria: seen(
            'Trades at 80 or less, reported by The Exchange Daily from at least two dealers.',
            no('An offer without a trade'),
            yes('80 exactly'),
          ),
        },
      ),
      risk('medium', 0.26, 'A second member state will issue vouchers.', open, {
        said: [
          {
            by: 'plumb-3',
            after: 3,
            probability: 0.215,
            because: 'Two more states have arrears of that size, but neither has the printing works.',
          },
        ],
      }),
    ],
    edition: { number: 14, title: 'A hundred for ninety-four' },
    source: 'Union Record',
    perspectives: [
      [
        'Ostmere',
        'Anselm says that a government may promise to take its own paper, and that what others do with it is their affair.',
      ],
      [
        'Bakers',
        'The owner of the bakery says that she takes six in a hundred for the risk and the rest for the queue.',
      ],
    ],
  },
  {
    ref: 'bank-6',
    day: -226,
    headline: 'Prices stop, and so do orders',
    standfirst:
      'Inflation fell to 2.4 per cent, the sharpest drop on record, and the purchasing managers have never been gloomier.',
    category: 'Economy',
    status: 'Developing',
    takeaway: 'The bank has won its fight and must now decide how soon to stop.',
    body: [
      'The statistics office gave 2.4 per cent on {-1}, against 3.3 a month before. The managers’ index fell to 41, a depth last seen in the strike at Skarrow.',
      'Three members of the council have spoken since. Each used the word “patience”, for opposite ends.',
    ],
    scenarios: [
      risk(
        'short',
        0.26,
        'The unemployment rate of the Union will reach 8 per cent.',
        absent('It peaked at 7.8.'),
      ),
      opportunity(
        'short',
        0.79,
        'The rate will be cut by at least a quarter of a point.',
        occurred(42, 'First cut in four years', [
          FINANCIAL,
          'The rate goes to 4.25 per cent, half a point down.',
        ]),
        {
          said: [
            {
              by: 'maud-tessaly',
              after: 2,
              probability: 0.7,
              because: 'It is the obvious move, but she has surprised twice.',
            },
          ],
        },
      ),
      consequence(
        'short',
        0.55,
        'The orle’s basket index will close above 100 on one day.',
        corrected(
          occurred(44, 'Orle back above 100', [EXCHANGE, 'The index closed at 100.04.']),
          absent('The corrected close was 99.96.'),
          93,
          'The Exchange recalculated the index after a wrong weight had come to light: the close was 99.96, and no other came nearer.',
          'The Exchange withdrew the figure and published 99.96.',
        ),
        {
          criteria: seen(
            'The closing figure of the basket index in The Exchange Daily, as finally published.',
            no('A figure withdrawn by the Exchange'),
          ),
        },
      ),
    ],
    edition: { number: 18, title: 'Patience, in both directions' },
    source: 'Ansbrough Financial',
  },
  {
    ref: 'bank-7',
    day: -131,
    headline: 'The court weighs a piece of paper',
    standfirst: 'Judges of the Union passed a hundred-voucher along the bench and asked what it would buy.',
    category: 'Legal',
    status: 'Developing',
    takeaway: 'The judges sound as if they would like to forbid the paper and leave its holders unharmed.',
    body: [
      'The hearing of {-1} took seven hours. The presiding judge, Mirelle Oake, asked counsel for Ostmere to pay for her coffee with a voucher. The canteen declined.',
      'Some 600 million orles of the paper are in circulation. A prohibition without redemption would land on bakers and builders.',
    ],
    scenarios: [
      risk(
        'short',
        0.81,
        'The court will declare the vouchers unlawful.',
        occurred(
          55,
          'Vouchers are notes, says the court',
          [RECORD, 'What circulates as a note is a note.'],
          [FINANCIAL],
        ),
        {
          said: [
            {
              by: 'dorrin-hale',
              after: 1,
              probability: 0.95,
              because: 'Judges do not joke about coffee when they mean to acquit.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.47,
        'vouchers will be redeemed in orles, at least in part, before {deadline}.',
        overdue({
          after: 96,
          days: 55,
          reason:
            'Payments were announced, but no holder has yet shown one; the treasury’s accounts for the quarter will tell.',
        }),
        {
          premise: 'the court declares the vouchers unlawful',
          signs: [
            {
              event: happening(
                55,
                'Vouchers are notes, says the court',
                [RECORD, 'What circulates as a note is a note.'],
                [FINANCIAL],
              ),
              bearing: 'supports',
              note: 'The premise holds.',
            },
          ],
        },
      ),
      consequence(
        'short',
        0.44,
        'Rolf Anselm will resign as finance minister of Ostmere.',
        occurred(57, 'Anselm goes', [RECORD, 'I have been paid in full.']),
        {
          said: [
            { by: 'ilse-corvane', after: 2, probability: 0.42 },
            {
              by: 'ilse-corvane',
              after: 56,
              probability: 0.75,
              because: 'He tied his office to the paper on the radio, twice.',
            },
          ],
        },
      ),
    ],
    edition: { number: 22, title: 'A coffee and a hundred-voucher' },
    source: 'Union Record / Ansbrough Financial',
  },
  {
    ref: 'bank-8',
    day: -33,
    headline: 'Quillan will leave a year early',
    standfirst:
      'The governor goes with prices at her target, and leaves a council split in half over what follows.',
    category: 'Economy',
    status: 'Confirmed',
    takeaway: 'She has chosen the moment herself, and with it perhaps her successor.',
    body: [
      'Quillan told the council on {-1} that she will go at the end of the quarter. Dask and the deputy governor, Ines Harrowgate, are the only candidates anyone names.',
      'The five governments choose by a majority of four. Ostmere, with no finance minister for the moment, has sent an apology for absence.',
    ],
    scenarios: [
      risk('short', 0.39, 'The governor’s office will be vacant for at least one day.', open, {
        criteria: seen(
          'No governor and no acting governor under the statutes.',
          no('An acting governor appointed by the council'),
        ),
      }),
      opportunity('short', 0.59, 'Ines Harrowgate will be named governor.', open, {
        signs: [
          {
            event: happening(15, 'Three governments speak for Harrowgate', [FINANCIAL]),
            bearing: 'supports',
            note: 'She needs four.',
          },
        ],
        said: [
          { by: 'plumb-3', after: 1, probability: 0.525 },
          {
            by: 'plumb-3',
            after: 16,
            probability: 0.68,
            because:
              'Three of four votes declared; in earlier rounds the fourth followed in five cases of seven.',
          },
        ],
      }),
      consequence('medium', 0.51, 'the rate will stand below 3 per cent on {deadline}.', open, {
        premise: 'Harrowgate becomes governor',
      }),
    ],
    edition: { number: 26, title: 'At target, and gone' },
    source: 'Ansbrough Financial',
  },
];
