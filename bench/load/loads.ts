/** A kind of load: what one connection asks for, over and over, and how many connections ask at once. */
export interface Load {
  name: string;
  connections: number;
  /** It ends after so many requests, or with its time. */
  requests: number;
  /** Whose token of the example desk is sent; each load has another's, as tokens are counted. */
  role: 'analyst' | 'editor' | 'administrator' | null;
  path: string;
  body?: (run: number) => unknown;
}

const LONG_STATEMENT =
  'If the talks between the Port Authority and Harbour Union Local 12 fail, the IAEA and the European Commission will soon ' +
  'significantly expand, or possibly reopen, at least two of the terminals, and prices could rise by about 5 to 10 percent ' +
  'before the end of next month unless Parliament votes against it. ';

/** Statements that no two have in common: the same briefing again would only be recognised. */
const scenario = (run: number, place: number) => ({
  kind: ['risk', 'opportunity', 'consequence'][place % 3],
  term: ['short', 'medium', 'long'][place % 3],
  statement: `The Port Authority closes berth ${place} of terminal ${run} for a whole day before the strike ends`,
  probability: ((place % 99) + 1) / 100,
});

export const LOADS: readonly Load[] = [
  {
    ...{ name: '64 anonymous connections on /', connections: 64, requests: Infinity, role: null },
    path: '/',
  },
  {
    ...{ name: '100 lints at once, one token', connections: 100, requests: Infinity, role: 'analyst' },
    path: '/api/v1/statements/lint',
    body: (run) => ({ statement: `${LONG_STATEMENT.repeat(11)}${run}`, term: 'medium' }),
  },
  {
    ...{
      name: 'briefings of 100 scenarios, one after the other',
      connections: 1,
      requests: 5,
      role: 'editor',
    },
    path: '/api/v1/briefings',
    body: (run) => ({
      ...{ topic: 'Load', headline: `Load ${process.pid} ${run}`, follows: null },
      scenarios: Array.from({ length: 100 }, (_, place) => scenario(run, place)),
    }),
  },
  {
    ...{ name: '1,500 requests, one token', connections: 50, requests: 1500, role: 'administrator' },
    path: '/api/v1/scenarios?limit=50',
  },
  {
    ...{ name: '32 connections on reports, one token', connections: 32, requests: Infinity, role: 'editor' },
    path: '/api/v1/calibration?groupBy=month',
  },
];
