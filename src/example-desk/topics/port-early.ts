import type { BriefingSource } from '../types.js';
import {
  absent,
  consequence,
  happening,
  impossible,
  late,
  no,
  occurred,
  opportunity,
  risk,
  seen,
  yes,
} from '../writing.js';

const GAZETTE = 'Harbour Gazette';
const POST = 'Skarrow Evening Post';
const BULLETIN = 'Federation Bulletin';

export const portEarly: readonly BriefingSource[] = [
  {
    ref: 'port-1',
    day: -690,
    headline: 'Skarrow stops lifting at noon',
    standfirst:
      'Four thousand dockers walked off the cranes at Skarrow after the operator tested a terminal without them.',
    category: 'Labour',
    status: 'Developing',
    takeaway: 'The quarrel is about who presses the button, and it will not be settled by an hourly rate.',
    body: [
      'The Dockers’ and Lightermen’s Federation called its members out at noon on {-1}, an hour after Tallow & Pike ran three driverless carriers along berth nine. The test had been planned for a Sunday.',
      'Bram Oskell, the Federation’s secretary, says the agreement of six years ago bars any test without notice. The operator says that it bars operation, and that a test is not operation.',
    ],
    scenarios: [
      risk(
        'short',
        0.86,
        'The stoppage at Skarrow will last longer than fourteen days.',
        occurred(15, 'Third week begins at a silent Skarrow', [POST, 'No box has moved for fifteen days.']),
        {
          criteria: seen(
            'No container lifted by Federation members on fifteen consecutive days from the walkout.',
            yes('Lifts by managers or soldiers during the stoppage'),
            no('A pause of a day for talks, with work resumed'),
          ),
          said: [
            {
              by: 'maud-tessaly',
              after: 1,
              probability: 0.65,
              because: 'The fund pays for three weeks. People tend to use what they have saved.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.26,
        'Tallow & Pike will agree to arbitration by the Labour Court.',
        absent('The operator named an arbitrator of its own, whom the Federation refused.'),
        {
          criteria: seen(
            'A submission to arbitration lodged with the Labour Court by both sides.',
            no('Mediation without a binding award'),
          ),
        },
      ),
      consequence(
        'short',
        0.74,
        'At least one car maker inland will halt a line for want of parts.',
        absent('Pellarin Motors flew its gearboxes in, at eleven times the freight.'),
      ),
    ],
    edition: { number: 1, title: 'Noon at berth nine' },
    source: 'Skarrow Evening Post',
  },
  {
    ref: 'port-2',
    day: -664,
    headline: 'Soldiers on the cranes, briefly',
    standfirst:
      'The government sent 120 army engineers to unload medicines; they dropped a container of insulin in the dock.',
    category: 'Labour',
    status: 'Escalating',
    takeaway: 'The army has shown the public how hard the job is.',
    body: [
      'The engineers unloaded 41 boxes between the morning of {-2} and the evening of {-1}. A docker does that in two hours. The forty-second slipped its twist-locks and sank.',
      'Transport minister Hela Strand calls the operation a success and has ended it.',
    ],
    scenarios: [
      risk(
        'short',
        0.22,
        'Another port’s dockers will stop work in sympathy for at least one full shift.',
        absent('Lowmoor turned away two diverted ships, but worked every shift.'),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 1,
              probability: 0.45,
              because: 'Lowmoor has the same operator and the same carriers on order.',
            },
            { by: 'dorrin-hale', after: 1, probability: 0.1 },
          ],
        },
      ),
      opportunity(
        'short',
        0.54,
        'Oskell and the operator’s chief, Verity Pike, will negotiate in the same room.',
        occurred(17, 'Oskell and Pike meet at the seamen’s mission', [
          POST,
          'They sat at one table from four until nine.',
        ]),
        {
          criteria: seen(
            'A meeting of the two in person that both sides confirm.',
            no('A meeting of deputies'),
            no('A joint hearing in parliament'),
          ),
        },
      ),
      consequence(
        'short',
        0.27,
        'Hela Strand will be out of her office as transport minister.',
        absent('She survived a motion by three votes.'),
      ),
    ],
    edition: { number: 3, title: 'Forty-one boxes and a splash' },
    source: 'Harbour Gazette / Littoral Press',
    perspectives: [
      ['Federation', 'Oskell offered on {-1} to teach the army to lash, at the usual rate.'],
      [
        'Hospitals',
        'The chief pharmacist of Skarrow General says that stocks of insulin last for nineteen days.',
      ],
    ],
  },
  {
    ref: 'port-3',
    day: -612,
    headline: 'A deal for eleven years, with a clause for the twelfth',
    standfirst:
      'Dockers return to Skarrow with a promise of no dismissals; the carriers stay in their shed until a joint board lets them out.',
    category: 'Labour',
    status: 'Confirmed',
    takeaway: 'The strike is over and the question it asked has been handed to a committee.',
    body: [
      'The settlement was signed in the small hours of {-1}. There will be no dismissals for eleven years, and 9 per cent over three. The carriers need the consent of a joint board of six, three a side, with no casting vote.',
      'A ballot of the members follows. Oskell recommends acceptance; two of the five lodges have already said that they do not.',
    ],
    scenarios: [
      risk(
        'short',
        0.21,
        'The Federation’s members will reject the settlement in the ballot.',
        impossible(
          24,
          'Dockers accept by 2,316 to 1,480',
          [BULLETIN, 'For: 2,316. Against: 1,480. Spoilt: 31.'],
          'The ballot was held and the settlement accepted; the rules allow no second ballot on the same text.',
        ),
        {
          said: [
            {
              by: 'plumb-3',
              after: 2,
              probability: 0.185,
              because: 'Recommended settlements are accepted in 84 of the 101 ballots on file.',
            },
          ],
        },
      ),
      opportunity(
        'medium',
        0.22,
        'the joint board will consent to a trial of the carriers.',
        absent('The board split three to three on five occasions.'),
        {
          premise: 'the ballot accepts the settlement',
          signs: [
            {
              event: happening(24, 'Dockers accept by 2,316 to 1,480', [
                BULLETIN,
                'For: 2,316. Against: 1,480. Spoilt: 31.',
              ]),
              bearing: 'supports',
              note: 'The premise holds.',
            },
          ],
          said: [
            {
              by: 'ilse-corvane',
              after: 3,
              probability: 0.2,
              because: 'Six members and no casting vote is a way of writing “no” in the passive.',
            },
          ],
        },
      ),
      consequence(
        'short',
        0.65,
        'Monthly throughput at Skarrow will exceed that of the month before the strike.',
        late(19, 'Skarrow moves more boxes than before the strike', [
          POST,
          'The port lifted 96,400 boxes last month, against 95,100 then.',
        ]),
        {
          criteria: seen(
            'Figures of the Skarrow port authority for a calendar month that ended by the deadline.',
            no('A month annualised from weekly data'),
          ),
        },
      ),
    ],
    edition: { number: 8, title: 'Six seats, no casting vote' },
    source: 'Skarrow Evening Post',
  },
  {
    ref: 'port-4',
    day: -560,
    headline: 'The shipping lines leave anyway',
    standfirst:
      'Two of the four alliances have moved their weekly call from Skarrow to Tessel, strait dispute and all.',
    category: 'Trade',
    status: 'Developing',
    takeaway: 'Peace came too late for schedules that are drawn up six months ahead.',
    body: [
      'Blue Pennant and the Corram Line announced new rotations on {-1}. Together they brought 22 per cent of Skarrow’s boxes.',
      'Tallow & Pike says that the ships will be back within the year. The Federation says that it heard the same about the Lisle ferry, which is now a restaurant.',
    ],
    scenarios: [
      risk(
        'medium',
        0.7,
        'A third alliance will drop its weekly call at Skarrow.',
        absent('Meridian Star cut its call to once a fortnight for six weeks, then restored it.'),
        {
          criteria: seen(
            'A published rotation without Skarrow that is sailed at least once.',
            no('A single omitted call'),
            no('A fortnightly call instead of a weekly one'),
          ),
        },
      ),
      opportunity(
        'medium',
        0.44,
        'Either Blue Pennant or the Corram Line will come back to Skarrow with a weekly call.',
        occurred(
          288,
          'Blue Pennant returns to Skarrow',
          [GAZETTE, 'The first of the weekly calls tied up at berth six.'],
          [POST],
        ),
        {
          said: [
            { by: 'plumb-3', after: 1, probability: 0.31 },
            {
              by: 'plumb-3',
              after: 160,
              probability: 0.455,
              because:
                'The surcharge in the strait has outlasted its first renewal, and Tessel’s waiting time has doubled.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.76,
        'Tallow & Pike will close at least one berth at Skarrow.',
        absent('Berth four stood idle for a quarter but was never closed.'),
      ),
    ],
    edition: { number: 12, title: 'Two rotations without Skarrow' },
    source: 'Harbour Gazette',
  },
];
