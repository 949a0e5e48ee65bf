import { pairs } from './pair.js';

/** Written before the matching was, and never looked at while its weights and word lists were set. */
export const HELD_OUT = pairs(
  [
    [
      'The ferry operator Nordlys suspends the night crossing before the end of August.',
      'Before the end of August, Nordlys suspends its night crossing.',
    ],
    [
      'Parliament in Velmora passes the water bill by 30 June.',
      'The water bill is passed by the parliament of Velmora by 30 June.',
    ],
    [
      'At least three of the five reactors at Hallin are offline at once.',
      'Three or more of the five Hallin reactors are offline at the same time.',
    ],
    ['Inflation in Ostrava falls below 4 per cent.', 'Inflation in Ostrava drops under 4%.'],
    [
      'The central bank raises its key rate by half a point in September.',
      'In September the central bank raises the key rate by half a point.',
    ],
    [
      'Mayor Tessaly resigns over the tunnel contracts.',
      'Mayor Tessaly steps down because of the tunnel contracts.',
    ],
    [
      'A ceasefire between Karsk and Dovia is signed by the end of March.',
      'Karsk and Dovia sign a ceasefire by 31 March.',
    ],
    [
      'The drought forces the Merle canal to close to freight.',
      'The Merle canal is closed to freight because of the drought.',
    ],
    [
      'Wheat exports through the port of Lindt halt for a week or more.',
      'Wheat exports via the port of Lindt stop for at least a week.',
    ],
    [
      'The teachers’ union calls a national strike before the autumn term.',
      'Before the autumn term the teachers’ union calls a nationwide walkout.',
    ],
    ['Corvane Air loses its operating licence.', 'The operating licence of Corvane Air is withdrawn.'],
    ['The court in Amstel annuls the mining permit.', 'The mining permit is annulled by the Amstel court.'],
    ['Unemployment rises above 9% by December.', 'By December, unemployment climbs above nine per cent.'],
    ['The rebels take the airport at Jaldo.', 'Rebels capture the airport of Jaldo.'],
    [
      'A second vaccine is approved by the regulator in the first quarter.',
      'The regulator approves a second vaccine in the first quarter.',
    ],
    [
      'Oil from the Serin field does not reach the market this year.',
      'No oil from the Serin field reaches the market this year.',
    ],
    [
      'The coalition collapses before the budget is voted.',
      'The coalition falls apart before the vote on the budget.',
    ],
    [
      'More than 10,000 people are evacuated from the lower valley.',
      'Over 10 000 residents are evacuated from the lower valley.',
    ],
    [
      'The prime minister loses the confidence vote.',
      'The prime minister is defeated in the vote of confidence.',
    ],
    [
      'Gas deliveries to Brannik are cut by more than half.',
      'Brannik’s gas deliveries are reduced by more than half.',
    ],
    [
      'The two companies announce a merger by 15 May.',
      'A merger of the two companies is announced by 15 May.',
    ],
    ['The currency peg is abandoned by the end of the year.', 'By year-end the currency peg is given up.'],
    ['Sanctions on Dovia are lifted in part.', 'Sanctions against Dovia are partly lifted.'],
    [
      'The bridge at Old Sluys reopens to lorries by Easter.',
      'By Easter the Old Sluys bridge reopens for lorries.',
    ],
    [
      'The striking dockers accept the employer’s offer in a ballot.',
      'In a ballot, the dockers on strike accept the offer of the employer.',
    ],
    [
      'At least one member state leaves the fisheries treaty.',
      'One or more member states quit the fisheries treaty.',
    ],
    [
      'The opposition wins a majority of seats in the regional election.',
      'In the regional election the opposition wins most seats.',
    ],
    [
      'House prices in the capital fall by 10 per cent within a year.',
      'Within a year, house prices in the capital decline by ten per cent.',
    ],
    ['The satellite is lost during launch.', 'The launch of the satellite fails and it is lost.'],
    [
      'The regulator fines Telvox at least 50 million crowns.',
      'Telvox is fined 50 million crowns or more by the regulator.',
    ],
    [
      'The dam at Corrie overflows during the spring melt.',
      'During the spring melt the Corrie dam overflows, which forces evacuations downstream.',
    ],
    [
      'The league expels at least one club over unpaid wages.',
      'At least one club is expelled from the league for unpaid wages.',
    ],
  ],
  [
    [
      'The ferry operator Nordlys suspends the night crossing before the end of August.',
      'The ferry operator Nordlys resumes the night crossing before the end of August.',
    ],
    [
      'Parliament in Velmora passes the water bill by 30 June.',
      'Parliament in Velmora passes the water bill by 30 September.',
    ],
    [
      'At least three of the five reactors at Hallin are offline at once.',
      'At least four of the five reactors at Hallin are offline at once.',
    ],
    ['Inflation in Ostrava falls below 4 per cent.', 'Inflation in Ostrava falls below 3 per cent.'],
    [
      'The central bank raises its key rate by half a point in September.',
      'The central bank cuts its key rate by half a point in September.',
    ],
    [
      'Mayor Tessaly resigns over the tunnel contracts.',
      'Mayor Tessaly is charged over the tunnel contracts.',
    ],
    [
      'A ceasefire between Karsk and Dovia is signed by the end of March.',
      'The ceasefire between Karsk and Dovia is broken by the end of March.',
    ],
    [
      'The drought forces the Merle canal to close to freight.',
      'The drought forces the Aune canal to close to freight.',
    ],
    [
      'Wheat exports through the port of Lindt halt for a week or more.',
      'Barley exports through the port of Lindt halt for a week or more.',
    ],
    [
      'The teachers’ union calls a national strike before the autumn term.',
      'The teachers’ union calls off the national strike before the autumn term.',
    ],
    ['Corvane Air loses its operating licence.', 'Corvane Air keeps its operating licence.'],
    ['The court in Amstel annuls the mining permit.', 'The court in Amstel upholds the mining permit.'],
    ['Unemployment rises above 9% by December.', 'Unemployment falls below 9% by December.'],
    ['The rebels take the airport at Jaldo.', 'The army retakes the airport at Jaldo.'],
    [
      'A second vaccine is approved by the regulator in the first quarter.',
      'A second vaccine is rejected by the regulator in the first quarter.',
    ],
    [
      'Oil from the Serin field does not reach the market this year.',
      'Oil from the Serin field reaches the market this year.',
    ],
    ['The coalition collapses before the budget is voted.', 'The coalition wins the vote on the budget.'],
    [
      'More than 10,000 people are evacuated from the lower valley.',
      'More than 50,000 people are evacuated from the lower valley.',
    ],
    ['The prime minister loses the confidence vote.', 'The prime minister wins the confidence vote.'],
    [
      'Gas deliveries to Brannik are cut by more than half.',
      'Gas deliveries to Brannik are not cut by more than half.',
    ],
    [
      'The two companies announce a merger by 15 May.',
      'The regulator blocks the merger of the two companies by 15 May.',
    ],
    [
      'The currency peg is abandoned by the end of the year.',
      'The currency loses a tenth of its value by the end of the year.',
    ],
    ['Sanctions on Dovia are lifted in part.', 'Sanctions on Karsk are lifted in part.'],
    [
      'The bridge at Old Sluys reopens to lorries by Easter.',
      'The bridge at Old Sluys reopens to pedestrians by Easter.',
    ],
    [
      'The striking dockers accept the employer’s offer in a ballot.',
      'The striking dockers reject the employer’s offer in a ballot.',
    ],
    [
      'At least one member state leaves the fisheries treaty.',
      'No member state leaves the fisheries treaty.',
    ],
    [
      'The opposition wins a majority of seats in the regional election.',
      'The opposition wins a majority of seats in the national election.',
    ],
    [
      'House prices in the capital fall by 10 per cent within a year.',
      'House prices in the capital fall by 20 per cent within a year.',
    ],
    ['The satellite is lost during launch.', 'The launch of the satellite is delayed.'],
    [
      'The regulator fines Telvox at least 50 million crowns.',
      'The regulator fines Brightline at least 50 million crowns.',
    ],
    [
      'The dam at Corrie overflows during the spring melt.',
      'The dam at Corrie is repaired before the spring melt.',
    ],
    [
      'The league expels at least one club over unpaid wages.',
      'The league fines at least one club over unpaid wages.',
    ],
  ],
);
