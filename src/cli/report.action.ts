import { Clock } from '../clock.js';
import { toInstant } from '../days.js';
import { CalibrationQuery } from '../track-records/report.query.js';
import { TrackRecordsModule } from '../track-records/track-records.module.js';
import { TrackRecords } from '../track-records/track-records.service.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';
import type { ReportOptions } from './report.command.js';
import { reportText } from './report-text.js';
import { validated } from './validated.js';

export function printReport(
  { desk, json: _json, ...options }: ReportOptions,
  output: CommandOutput,
): Promise<void> {
  return withServices(output, [TrackRecordsModule], async (app) => {
    const query = await validated(CalibrationQuery, options);
    const sight = { desk: desk === true, now: toInstant(app.get(Clock).now()) };
    const answer = await app.get(TrackRecords).calibration(query, sight);
    output.json(answer);
    if (!('groups' in answer)) return output.line(reportText(answer));
    for (const { title, report } of answer.groups) output.line(`== ${title} ==\n\n${reportText(report)}\n`);
    if (answer.groups.length === 0) output.line('Nothing in this selection has been resolved.');
  });
}
