import type { FrontPageData, FrontQuery, PredictionPageData, Site } from '../../client/src/page-data.js';

/** Where the public pages get their data: what a reader without an account may see, and nothing more. */
export abstract class PageSource {
  abstract site(): Promise<Site>;
  /** @throws {Problem} not_found for a topic or a forecaster that the public may not see */
  abstract front(query: FrontQuery): Promise<FrontPageData>;
  /** @throws {Problem} not_found where there is nothing that the public may see */
  abstract prediction(id: string): Promise<PredictionPageData>;
}
