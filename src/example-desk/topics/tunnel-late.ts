import type { BriefingSource } from '../types.js';
import {
  absent,
  consequence,
  judged,
  no,
  occurred,
  open,
  opportunity,
  overdue,
  risk,
  seen,
  yes,
} from '../writing.js';

const POST = 'Ostrel Morning Post';
const TRIBUNE = 'Lumen Tribune';

export const tunnelLate: readonly BriefingSource[] = [
  {
    ref: 'tunnel-5',
    day: -240,
    headline: 'Auditors find a tunnel inside the tunnel',
    standfirst:
      'Some 340 million went to a gallery that appears on no plan and leads, the auditors write, to a wall.',
    category: 'Politics',
    status: 'Escalating',
    takeaway: 'The gallery may have a reason, but nobody has been willing to give one.',
    body: [
      'The report of Ostrel’s court of audit came out on {-1}. The gallery is 610 metres long, lined, lit and ventilated. Garrowlink calls it a geological precaution.',
      'Anton Resk was project director when it was ordered. He is on leave.',
    ],
    scenarios: [
      risk(
        'short',
        0.86,
        'Anton Resk will lose his post as project director.',
        occurred(30, 'Resk leaves Garrowlink “by agreement”', [
          POST,
          'The board thanked him for nineteen kilometres.',
        ]),
        {
          criteria: seen(
            'A dismissal, resignation or agreed departure announced by Garrowlink.',
            yes('A move to another post in the company'),
            no('Leave, however long'),
          ),
        },
      ),
      opportunity(
        'short',
        0.41,
        'Garrowlink will open the gallery to the press.',
        judged(
          absent('Deputies were let in, without cameras.'),
          'Judged not to have happened: three of the deputies let in write for papers, but they came as deputies.',
        ),
        {
          said: [
            {
              by: 'dorrin-hale',
              after: 2,
              probability: 0.2,
              because: 'One does not line a mistake, light it, and then sell tickets.',
            },
          ],
        },
      ),
      consequence(
        'short',
        0.61,
        'A public prosecutor will open proceedings over the gallery.',
        absent('A prosecutor asked for the report and closed the file.'),
      ),
    ],
    edition: { number: 17, title: 'Six hundred and ten metres to a wall' },
    source: 'Ostrel Morning Post',
    perspectives: [
      [
        'Court of audit',
        'The president of the court said on {-1} that she had walked the gallery herself, there and, of necessity, back.',
      ],
    ],
  },
  {
    ref: 'tunnel-6',
    day: -118,
    headline: 'A fire drill that was not',
    standfirst:
      'Smoke from a burning conveyor sent 260 miners to the refuges at kilometre twelve for nine hours.',
    category: 'Infrastructure',
    status: 'Developing',
    takeaway: 'The refuges worked, the alarm did not, and the inspectors care more about the second.',
    body: [
      'The belt caught fire shortly after four in the morning of {-1}. All who were below reached a refuge; fourteen were treated for smoke.',
      'The alarm at kilometre twelve had been switched off for the works at the gallery. The labour inspectorate has sealed the northern heading.',
    ],
    scenarios: [
      risk(
        'short',
        0.66,
        'The northern heading will stay sealed for more than 30 days.',
        absent('The seals came off on the twenty-sixth day.'),
        {
          said: [
            { by: 'ilse-corvane', after: 1, probability: 0.58 },
            { by: 'maud-tessaly', after: 2, probability: 0.5 },
          ],
        },
      ),
      opportunity(
        'short',
        0.53,
        'A second alarm circuit, independent of the first, will be in service in both headings.',
        overdue({
          after: 95,
          days: 30,
          reason:
            'The circuit is installed; the inspectorate’s acceptance, which would show service, is due within the month.',
        }),
        {
          criteria: seen(
            'The inspectorate’s acceptance certificate for both headings.',
            no('Installation without acceptance'),
            no('A test run'),
          ),
        },
      ),
      consequence(
        'short',
        0.35,
        'The miners will strike for at least one shift over safety.',
        occurred(15, 'Night shift stays above ground', [TRIBUNE, 'Not a lamp was signed out.']),
        {
          withdrawn: {
            by: 'dorrin-hale',
            after: 9,
            reason: 'I have been asked to advise the miners’ lawyers and should not be forecasting this.',
          },
          said: [{ by: 'dorrin-hale', after: 1, probability: 0.85 }],
        },
      ),
    ],
    edition: { number: 21, title: 'Nine hours at kilometre twelve' },
    source: 'Lumen Tribune / Rail & Rock',
  },
  {
    ref: 'tunnel-7',
    day: -21,
    headline: 'Garrowlink asks for a second birth certificate',
    standfirst:
      'The company proposes to dissolve itself and to be founded anew, without its debts and with its machines.',
    category: 'Finance',
    status: 'Developing',
    takeaway: 'The plan works only if those who are owed most agree to be owed by a stranger.',
    body: [
      'The proposal of {-1} would leave 3.3 billion of debt with the old company. The new one would own the tunnel, both machines and the lantern.',
      'Creditors holding two thirds of the debt must agree. The largest, the pension fund of Ostrel’s teachers, holds a fifth.',
    ],
    scenarios: [
      risk('short', 0.58, 'The teachers’ pension fund will vote against the proposal.', open, {
        said: [
          {
            by: 'ilse-corvane',
            after: 2,
            probability: 0.66,
            because: 'Its statutes forbid a loss of more than a tenth on any one debtor.',
          },
        ],
      }),
      opportunity(
        'short',
        0.33,
        'Creditors holding two thirds of the debt will approve the proposal.',
        open,
        {
          criteria: seen(
            'The notary’s record of the creditors’ meeting.',
            yes('Approval with conditions'),
            no('Two thirds of those present, if that is less than two thirds of the debt'),
          ),
        },
      ),
      consequence('medium', 0.49, 'tunnelling will stop in both headings for lack of money.', open, {
        premise: 'the proposal fails',
      }),
    ],
    edition: { number: 25, title: 'Two machines and a lantern' },
    source: 'Ostrel Morning Post',
  },
];
