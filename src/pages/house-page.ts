import { Injectable } from '@nestjs/common';
import type { HousePageData } from '../../client/src/story-data.js';
import type { Sight } from '../database/visibility.js';
import { EventsService } from '../events/events.service.js';
import { AgreementService } from '../rereads/agreement.service.js';
import { JudgingService } from '../resolutions/judging.service.js';
import { TrackRecords } from '../track-records/track-records.service.js';
import { eventItem } from './story-parts.js';

@Injectable()
export class HousePage {
  constructor(
    private readonly judging: JudgingService,
    private readonly agreements: AgreementService,
    private readonly events: EventsService,
    private readonly trackRecords: TrackRecords,
  ) {}

  async house(sight: Sight): Promise<Omit<HousePageData, 'site'>> {
    const { pairs, counts } = await this.trackRecords.input({}, sight);
    const latest = async (standing: 'disputed' | 'retracted') => {
      const [event] = (await this.events.list(sight, { standing, limit: 1 })).items;
      return event && { [standing]: eventItem(event) };
    };
    return {
      page: 'house',
      counts: { n: pairs ?? 0, overdue: counts.overdue, annulled: counts.annulled },
      ...(await this.judging.judging(sight)),
      rereads: await this.agreements.agreement({}, sight),
      events: { ...(await latest('disputed')), ...(await latest('retracted')) },
    };
  }
}
