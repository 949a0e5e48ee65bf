import { pairs } from './pair.js';

/** Weights and word lists of the matching were set while looking at these. */
export const TUNED_ON = pairs(
  [
    ['The port of Skell stays shut until 1 July.', 'Until 1 July, the port of Skell remains closed.'],
    [
      'The government of Orland calls an early election before October.',
      'Before October, Orland’s government calls a snap election.',
    ],
    ['Grain prices rise by more than 20 per cent.', 'Grain prices climb more than 20%.'],
    [
      'Talks between Orland and Pell resume in Geneva by the end of May.',
      'By 31 May, Orland and Pell restart talks in Geneva.',
    ],
    [
      'The pipeline leak reaches the drinking water of Tarn.',
      'Tarn’s drinking water is reached by the leak from the pipeline.',
    ],
    ['At least one bank is taken over by the state.', 'The state takes over one bank or more.'],
    [
      'The striking pilots return to work within two weeks.',
      'Within a fortnight the pilots on strike go back to work.',
    ],
    ['Finance minister Adler is dismissed.', 'Adler, the finance minister, is sacked.'],
    [
      'The trial of General Voss begins before the summer recess.',
      'General Voss goes on trial before the summer recess.',
    ],
    [
      'No ship passes the strait for three days in a row.',
      'For three consecutive days no ship passes through the strait.',
    ],
    [
      'The insurer pays the full claim of the flooded villages.',
      'The flooded villages are paid their full claim by the insurer.',
    ],
    [
      'The European regulator opens an inquiry into Halden Steel.',
      'An inquiry into Halden Steel is opened by the European regulator.',
    ],
    [
      'Orland’s credit rating is downgraded by at least one agency.',
      'At least one agency downgrades the credit rating of Orland.',
    ],
    ['The reservoir falls under 30 per cent of its capacity.', 'The reservoir drops below 30 % of capacity.'],
    [
      'The satellite operator launches its replacement before the end of 2027.',
      'By the end of 2027 the satellite operator launches a replacement.',
    ],
    ['The crew of the Mirabel is released unharmed.', 'The Mirabel’s crew is freed unharmed.'],
    [
      'Protesters block the motorway for longer than a day.',
      'Demonstrators block the motorway for more than one day.',
    ],
    [
      'The new line opens to passengers in the second half of the year.',
      'The new line is opened to passengers in the year’s second half.',
    ],
    ['Pell withdraws its ambassador from Orland.', 'Pell recalls its ambassador to Orland.'],
    ['The league cancels the rest of the season.', 'The remainder of the season is cancelled by the league.'],
    [
      'The blackout in the north lasts longer than 48 hours.',
      'In the north the blackout lasts more than 48 hours.',
    ],
    [
      'Parliament rejects the pension reform in its final vote.',
      'The pension reform is voted down by parliament in the final vote.',
    ],
    ['The mine at Kessel closes for good.', 'The Kessel mine is shut permanently.'],
    ['The virus spreads to a second province.', 'A second province is reached by the virus.'],
    ['The truce holds until the end of Ramadan.', 'The ceasefire holds until Ramadan ends.'],
    [
      'The tunnel is delayed beyond its opening date of 1 March.',
      'The tunnel opens later than 1 March, its planned date.',
    ],
    ['Rents in the capital are capped by law.', 'A law caps rents in the capital.'],
    ['The company files for bankruptcy protection.', 'The company seeks protection from bankruptcy.'],
    [
      'The river authority bans irrigation in July.',
      'In July irrigation is prohibited by the river authority.',
    ],
    ['Exports to Pell double within 12 months.', 'Within twelve months exports to Pell double.'],
    [
      'The union and the port agree on a new contract.',
      'A new contract is agreed between the port and the union.',
    ],
    [
      'The league leaders lose the title on the last day.',
      'On the last day of the season the league leaders lose the title.',
    ],
  ],
  [
    ['The port of Skell stays shut until 1 July.', 'The port of Skell stays shut until 1 August.'],
    ['The port of Skell stays shut until 1 July.', 'The port of Skell reopens before 1 July.'],
    [
      'The government of Orland calls an early election before October.',
      'The government of Pell calls an early election before October.',
    ],
    ['Grain prices rise by more than 20 per cent.', 'Grain prices rise by more than 40 per cent.'],
    ['Grain prices rise by more than 20 per cent.', 'Grain prices fall by more than 20 per cent.'],
    [
      'Talks between Orland and Pell resume in Geneva by the end of May.',
      'Talks between Orland and Pell break down in Geneva by the end of May.',
    ],
    [
      'The pipeline leak reaches the drinking water of Tarn.',
      'The pipeline leak does not reach the drinking water of Tarn.',
    ],
    ['At least one bank is taken over by the state.', 'At least two banks are taken over by the state.'],
    [
      'The striking pilots return to work within two weeks.',
      'The striking pilots return to work within six weeks.',
    ],
    ['Finance minister Adler is dismissed.', 'Finance minister Adler is confirmed in office.'],
    [
      'The trial of General Voss begins before the summer recess.',
      'The trial of General Voss ends before the summer recess.',
    ],
    ['No ship passes the strait for three days in a row.', 'A ship passes the strait within three days.'],
    [
      'The European regulator opens an inquiry into Halden Steel.',
      'The European regulator closes its inquiry into Halden Steel.',
    ],
    [
      'Orland’s credit rating is downgraded by at least one agency.',
      'Orland’s credit rating is upgraded by at least one agency.',
    ],
    [
      'The reservoir falls under 30 per cent of its capacity.',
      'The reservoir rises above 30 per cent of its capacity.',
    ],
    ['The crew of the Mirabel is released unharmed.', 'The crew of the Mirabel is put on trial.'],
    [
      'Protesters block the motorway for longer than a day.',
      'Protesters block the airport for longer than a day.',
    ],
    ['Pell withdraws its ambassador from Orland.', 'Orland withdraws its ambassador from Pell.'],
    ['The league cancels the rest of the season.', 'The league postpones the rest of the season.'],
    [
      'The blackout in the north lasts longer than 48 hours.',
      'The blackout in the south lasts longer than 48 hours.',
    ],
    [
      'Parliament rejects the pension reform in its final vote.',
      'Parliament adopts the pension reform in its final vote.',
    ],
    ['The mine at Kessel closes for good.', 'The mine at Kessel is sold.'],
    ['The virus spreads to a second province.', 'The virus spreads to a third province.'],
    ['The truce holds until the end of Ramadan.', 'The truce is broken before the end of Ramadan.'],
    ['Rents in the capital are capped by law.', 'The cap on rents in the capital is struck down.'],
    ['The company files for bankruptcy protection.', 'The company finds a buyer.'],
    ['The river authority bans irrigation in July.', 'The river authority bans swimming in July.'],
    ['Exports to Pell double within 12 months.', 'Imports from Pell double within 12 months.'],
    [
      'The union and the port agree on a new contract.',
      'The union takes the port to court over the new contract.',
    ],
    [
      'The league leaders lose the title on the last day.',
      'The league leaders win the title on the last day.',
    ],
    [
      'The new line opens to passengers in the second half of the year.',
      'The new line opens to freight in the second half of the year.',
    ],
    [
      'The insurer pays the full claim of the flooded villages.',
      'The insurer refuses the claim of the flooded villages.',
    ],
  ],
);
