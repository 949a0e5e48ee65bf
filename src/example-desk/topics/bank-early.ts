import type { BriefingSource } from '../types.js';
import {
  absent,
  consequence,
  happening,
  judged,
  late,
  no,
  occurred,
  opportunity,
  risk,
  seen,
  yes,
} from '../writing.js';

const FINANCIAL = 'Ansbrough Financial';
const EXCHANGE = 'The Exchange Daily';
const RECORD = 'Union Record';

export const bankEarly: readonly BriefingSource[] = [
  {
    ref: 'bank-1',
    day: -675,
    headline: 'Quillan holds, and nobody believes her',
    standfirst: 'The Central Bank of Sundal left its rate at 3.25 per cent while prices rise by 5.1.',
    category: 'Economy',
    status: 'Developing',
    takeaway: 'The governor is waiting for a fall in energy prices that the market has stopped expecting.',
    body: [
      'The council voted six to three on {-1} to leave the rate of the Sundal Union at 3.25 per cent. It is the closest vote since Therese Quillan took office.',
      'The orle lost 0.8 per cent against its basket within the hour. Two of the five member governments welcomed the decision, which is seldom a good sign for a central bank.',
    ],
    scenarios: [
      risk(
        'short',
        0.47,
        'The orle will fall below 92 on the Exchange’s basket index at one day’s close.',
        absent('The lowest close was 92.3.'),
        {
          criteria: seen(
            'The closing figure of the basket index in The Exchange Daily.',
            no('A figure below 92 within the day'),
            no('92.0 exactly'),
          ),
          said: [
            {
              by: 'dorrin-hale',
              after: 1,
              probability: 0.9,
              because: 'Three dissents and a trade deficit. There is no bid under it.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.72,
        'The council will raise the rate by at least a quarter of a point.',
        occurred(48, 'Quillan raises to 3.50 per cent', [FINANCIAL, 'The council decided without dissent.']),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 2,
              probability: 0.83,
              because:
                'There are two meetings left in the term, and one of the six votes is known to be wavering.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.66,
        'The yearly rate of price rises in the Union will exceed 6 per cent in one month’s release.',
        absent('The rate peaked at 5.9.'),
        {
          criteria: seen(
            'The first release of the Union’s statistics office.',
            no('A later revision above 6'),
            no('The core rate'),
          ),
        },
      ),
    ],
    edition: { number: 1, title: 'Six to three' },
    source: 'Ansbrough Financial',
  },
  {
    ref: 'bank-2',
    day: -583,
    headline: 'A dissent with a name',
    standfirst:
      'Council member Aurel Dask published his minority vote, which the statutes do not allow and do not forbid.',
    category: 'Economy',
    status: 'Developing',
    takeaway: 'Dask is campaigning for the governor’s chair two years before it falls vacant.',
    body: [
      'The note of nine pages appeared on Dask’s own page on {-1}. It argues that the bank has been late by three quarters of a year and that its models leave out rents.',
      'Quillan said that she reads everything her colleagues write. The bank’s lawyers, says one of them, have read it as well.',
    ],
    scenarios: [
      risk(
        'short',
        0.23,
        'Aurel Dask will be asked in public by a member government to resign.',
        absent('One finance minister called the note “unusual”.'),
      ),
      opportunity(
        'medium',
        0.52,
        'The bank will begin to publish how each member of its council voted.',
        occurred(
          214,
          'Bank of Sundal to name its votes',
          [FINANCIAL, 'From the next meeting the record will show who voted how.'],
          [RECORD],
        ),
        {
          signs: [
            {
              event: happening(120, 'Quillan tells deputies she has “nothing against names”', [RECORD]),
              bearing: 'supports',
            },
          ],
          said: [
            { by: 'maud-tessaly', after: 3, probability: 0.4 },
            {
              by: 'maud-tessaly',
              after: 121,
              probability: 0.6,
              because: 'She seldom volunteers a sentence that she has not cleared.',
            },
          ],
        },
      ),
      consequence(
        'short',
        0.82,
        'Rents will enter the bank’s published inflation forecast.',
        late(31, 'Bank adds rents to its forecast', [FINANCIAL, 'Table 4 has a new line.']),
        { said: [{ by: 'plumb-3', after: 1, probability: 0.61 }] },
      ),
    ],
    edition: { number: 4, title: 'Nine pages by the minority' },
    source: 'Union Record',
  },
  {
    ref: 'bank-3',
    day: -512,
    headline: 'The savings banks of Ostmere are lending to themselves',
    standfirst:
      'An inspection found that nine small banks hold one another’s bonds and count them as capital.',
    category: 'Finance',
    status: 'Escalating',
    takeaway: 'The rate is no longer the bank’s most urgent number.',
    body: [
      'The inspectors’ letter of {-5}, seen by two papers, puts the circular holdings at 4.1 billion orles. It is about a third of what the nine call their own funds.',
      'The largest, Ostmere Provident, stopped paying out deposits above 10,000 orles on {-1}, for what it called maintenance.',
    ],
    plainEnglish:
      'Nine banks each bought a promise from the next one and wrote it down as savings. If one of them stops keeping its promise, all nine find that they have less than they wrote down.',
    scenarios: [
      risk(
        'short',
        0.83,
        'Ostmere Provident will be closed or taken over by order of a supervisor.',
        occurred(
          13,
          'Provident taken over in an evening',
          [FINANCIAL, 'The supervisor appointed two administrators at six in the evening.'],
          [EXCHANGE],
        ),
        {
          criteria: seen(
            'An order of the supervisor that closes the bank or appoints administrators.',
            yes('An appointment on a day when banks are shut'),
            no('A change of management by the owners'),
          ),
        },
      ),
      opportunity(
        'short',
        0.46,
        'Every deposit in the nine banks will be guaranteed by the government of Ostmere.',
        occurred(16, 'Ostmere stands behind every deposit', [
          RECORD,
          'Every orle, in every one of the nine.',
        ]),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 1,
              probability: 0.6,
              because: 'One voter in three has a passbook there.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.52,
        'the Union’s governments will agree on a common deposit fund.',
        absent('A fund was agreed in principle, without money or date.'),
        {
          premise: 'more than one of the nine fails',
          criteria: seen(
            'A text adopted by the five governments that names an amount.',
            no('An agreement in principle'),
            yes('An amount to be paid in over years'),
          ),
          signs: [
            {
              event: happening(34, 'Second savings bank fails in Ostmere', [FINANCIAL]),
              bearing: 'supports',
              note: 'The premise holds.',
            },
          ],
          said: [{ by: 'dorrin-hale', after: 3, probability: 0.9, because: 'They cannot afford not to.' }],
        },
      ),
    ],
    edition: { number: 7, title: 'Nine banks in a ring' },
    source: 'Ansbrough Financial / Union Record',
    perspectives: [
      [
        'Depositors',
        'The queue outside the Provident’s head office was orderly on {-1} and four hundred metres long.',
      ],
    ],
  },
  {
    ref: 'bank-4',
    day: -421,
    headline: 'Quillan raises by half a point and loses a friend',
    standfirst:
      'At 4.75 per cent the rate is the highest in sixteen years, and Ostmere’s finance minister calls it vandalism.',
    category: 'Economy',
    status: 'Confirmed',
    takeaway: 'The bank is fighting prices with a tool that hurts the very banks it is rescuing.',
    body: [
      'The rise of {-1} had been expected to be half as large. The council was unanimous except for Dask, who wanted more.',
      'Ostmere’s minister, Rolf Anselm, said in parliament that the governor was setting fire to the house in order to dry it. He later withdrew the word “setting”.',
    ],
    scenarios: [
      risk(
        'medium',
        0.49,
        'The Union’s economy will shrink in two quarters in a row.',
        occurred(286, 'Second quarter of decline makes it a recession', [
          RECORD,
          'Output fell by 0.2 per cent after 0.4.',
        ]),
        {
          criteria: seen(
            'First releases of the statistics office for two consecutive quarters.',
            no('A quarter at exactly zero'),
            no('A decline that shows only after revision'),
          ),
        },
      ),
      opportunity(
        'short',
        0.31,
        'Three-month orle deposits will pay more than 5 per cent at a bank with branches in all five states.',
        absent('The best offer in all five states was 4.95.'),
      ),
      consequence(
        'short',
        0.34,
        'Relations between the bank and Ostmere will reach a breaking point.',
        judged(
          absent('Ostmere stayed away from one dinner.'),
          'Judged not to have happened: Anselm withdrew a word, and the two met three times in the term. What breaks at such a point the statement does not say.',
        ),
      ),
    ],
    edition: { number: 11, title: 'Half a point and one word withdrawn' },
    source: 'The Exchange Daily',
  },
];
