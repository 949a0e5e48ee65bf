import type { FrontPageData, FrontQuery, PredictionPageData, Site } from '../../client/src/data.js';

/** Where the public pages get their data: what a reader without an account may see, and nothing more. */
export abstract class PageSource {
  abstract site(): Site;
  abstract front(query: FrontQuery): Promise<FrontPageData>;
  /** null where there is nothing that the public may see */
  abstract prediction(id: string): Promise<PredictionPageData | null>;
}
