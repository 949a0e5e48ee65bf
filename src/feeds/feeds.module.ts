import { Module, type Type } from '@nestjs/common';
import { ForecastersModule } from '../forecasters/forecasters.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';

/** They stand outside the API's prefix. */
export const FEED_CONTROLLERS: readonly Type[] = [FeedsController];

/** What is new, for those who subscribe. */
@Module({
  imports: [TopicsModule, ForecastersModule],
  controllers: [...FEED_CONTROLLERS],
  providers: [FeedsService],
})
export class FeedsModule {}
