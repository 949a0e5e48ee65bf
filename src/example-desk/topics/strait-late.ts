import type { BriefingSource } from '../types.js';
import {
  absent,
  annulled,
  consequence,
  happening,
  judged,
  late,
  no,
  occurred,
  open,
  opportunity,
  risk,
  seen,
  yes,
} from '../writing.js';

const COURIER = 'Veldane Courier';
const WIRE = 'Kassary State Wire';
const GAZETTE = 'Harbour Gazette';

export const straitLate: readonly BriefingSource[] = [
  {
    ref: 'strait-6',
    day: -268,
    headline: 'A ferry turns round',
    standfirst:
      'The Lowmoor–Tessel ferry was refused its berth for the first time in forty years and went home with 318 passengers.',
    category: 'Trade',
    status: 'Developing',
    takeaway: 'The border has reached people who never cared about charts.',
    body: [
      'Tessel’s harbour master told the ferry on the afternoon of {-1} that its papers named the wrong port authority. It waited ninety minutes and turned round.',
      'The line carries some 2,100 commuters a day. Its owner, Sound & Skerry, says it has bookings it will not refund and a crew it cannot pay to wait.',
    ],
    scenarios: [
      risk(
        'short',
        0.77,
        'Sound & Skerry will suspend the line for at least seven days in a row.',
        absent('The longest gap was five days.'),
        {
          criteria: seen(
            'Seven consecutive days without a scheduled crossing, on the company’s own timetable page.',
            no('Days lost to weather'),
            no('A reduced timetable'),
          ),
          said: [
            {
              by: 'ilse-corvane',
              after: 2,
              probability: 0.52,
              because:
                'The company loses its concession after ten idle days, so it will stop short of that and perhaps of seven.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.56,
        'A berth for the ferry in Tessel will be guaranteed in writing by Kassary’s port authority.',
        late(6, 'Tessel guarantees the ferry its berth in writing', [
          WIRE,
          'The authority undertakes to keep berth two free at the times of the timetable.',
        ]),
        { said: [{ by: 'plumb-3', after: 1, probability: 0.445 }] },
      ),
      consequence(
        'short',
        0.63,
        'More than 500 people will demonstrate at one time on the Lowmoor quay for the ferry’s return.',
        absent('The police counted 430 on the fullest evening.'),
        {
          criteria: seen(
            'A count by the Lowmoor police for one moment of one day.',
            no('A count by the organisers'),
            no('A sum over several evenings'),
          ),
        },
      ),
    ],
    edition: { number: 16, title: 'Berth refused; 318 passengers home again' },
    source: 'Harbour Gazette',
    perspectives: [
      [
        'Commuters',
        'A nurse from Lowmoor who works nights in Tessel told the Gazette on {-1} that she has rented a room with three colleagues.',
      ],
    ],
  },
  {
    ref: 'strait-7',
    day: -172,
    headline: 'The survey ship sails with an escort',
    standfirst:
      '“Meridel” left Lowmoor for the eastern bank between two cutters, and Kassary moved its only corvette.',
    category: 'Conflict',
    status: 'Escalating',
    takeaway: 'Both sides now bring witnesses, which makes backing down harder and accidents likelier.',
    body: [
      'The survey will take eleven days if nobody interrupts it. Veldane published the track beforehand, hour by hour, and invited the Commission to send an observer.',
      'Kassary’s corvette “Resolve of the People” left Tessel on {-1} and has kept four miles off. Its transponder is on, which it usually is not.',
    ],
    scenarios: [
      risk(
        'short',
        0.36,
        'The survey will be broken off before its last line is sounded.',
        occurred(8, '“Meridel” turns for home with three lines unsounded', [
          COURIER,
          'The master cites a fouled sonar; the ministry cites nothing.',
        ]),
        {
          said: [
            {
              by: 'maud-tessaly',
              after: 2,
              probability: 0.4,
              because: 'Eleven days is long for a sonar of that age, never mind the corvette.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.85,
        'A Commission observer will board one of the ships before the survey ends.',
        occurred(4, 'Commission observer joins the “Meridel” by launch', [
          GAZETTE,
          'Captain Sorrel Vane, retired, climbed the ladder at noon.',
        ]),
      ),
      consequence(
        'short',
        0.52,
        'The escorted survey will give moderates in Tessel an argument that they can use at home.',
        judged(
          occurred(61, 'Tessel’s harbour party cites the observer in its programme', [
            WIRE,
            'An observer on their ship means a line on our chart.',
          ]),
          'The harbour party, the moderates of the statement, used the observer in its programme: judged to be such an argument.',
        ),
      ),
    ],
    edition: { number: 19, title: 'Eleven days of soundings, hour by hour' },
    source: 'Littoral Press',
  },
  {
    ref: 'strait-8',
    day: -64,
    headline: 'Kassary offers to lease what it took',
    standfirst:
      'President Ansgar proposes a fifty-year lease of the eastern channel, payable in electricity.',
    category: 'Diplomacy',
    status: 'Developing',
    takeaway: 'A lease would settle who uses the channel by leaving open who owns it.',
    body: [
      'The offer came in a letter of two pages on {-2}: fifty years, both flags, and 90 megawatts a year over the Skerry cable instead of rent. It does not mention the buoys.',
      'Renwick called it interesting, which is the warmest word she has used of Kassary in two years. Her coastal members called it rent on their own house.',
    ],
    plainEnglish:
      'Instead of arguing about who owns the deep channel, Kassary suggests that both countries use it and that Kassary pays in electricity. It is clever because Veldane is short of power and cannot say so.',
    scenarios: [
      risk(
        'short',
        0.35,
        'Veldane’s parliament will pass a motion against the lease.',
        annulled(
          'unverifiable',
          31,
          'The sitting was held in secret and its minutes are sealed for ten years; what was voted cannot be known.',
          {
            event: happening(27, 'Parliament debates the lease behind closed doors', [
              COURIER,
              'The galleries were cleared at ten.',
            ]),
          },
        ),
      ),
      opportunity(
        'medium',
        0.46,
        'A signed lease, or heads of terms for one, will be deposited with the Littoral Commission.',
        open,
        {
          criteria: seen(
            'A document listed in the Commission’s public register of deposits.',
            yes('Heads of terms without annexes'),
            no('A letter of intent to the press'),
          ),
          signs: [
            {
              event: happening(20, 'Engineers from both states inspect the Skerry cable', [
                GAZETTE,
                'Two days below deck with a meter.',
              ]),
              bearing: 'supports',
              note: 'Somebody is costing it.',
            },
          ],
          said: [
            {
              by: 'ilse-corvane',
              after: 3,
              probability: 0.35,
              because:
                'Payment in power suits both treasuries, but the coast holds nineteen of Renwick’s seats.',
            },
            {
              by: 'ilse-corvane',
              after: 22,
              probability: 0.44,
              because: 'Nobody sends engineers for a letter they mean to refuse.',
            },
          ],
        },
      ),
      consequence(
        'long',
        0.57,
        'the war-risk surcharge for the strait will be withdrawn by every insurer that charges it.',
        open,
        { premise: 'the lease is signed' },
      ),
    ],
    edition: { number: 23, title: 'Fifty years, payable in megawatts' },
    source: 'Veldane Courier',
    perspectives: [
      ['Veldane', 'Renwick said on {-1} that she will read two pages as carefully as two hundred.'],
      [
        'Littoral Commission',
        'The secretariat says that it registers what is signed and has no opinion on what is offered.',
      ],
    ],
  },
];
