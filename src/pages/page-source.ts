import type {
  Asked,
  CalibrationPageData,
  FrontPageData,
  MethodPageData,
  PredictionPageData,
  RecordPageData,
  Site,
} from '../../client/src/page-data.js';

/** What the address of a page asks for, and what of it the page does not follow. */
export type AskedFor = Omit<Asked, 'choices'>;

/** Where the public pages get their data: what a reader without an account may see, and nothing more. */
export abstract class PageSource {
  abstract site(): Promise<Site>;
  /** @throws {Problem} not_found for a topic or a forecaster that the public may not see */
  abstract front(asked: AskedFor): Promise<FrontPageData>;
  /** @throws {Problem} like `front`; validation_failed for a cursor that the list has not given */
  abstract record(asked: AskedFor): Promise<RecordPageData>;
  /** @throws {Problem} like `front` */
  abstract calibration(asked: AskedFor): Promise<CalibrationPageData>;
  abstract method(): Promise<MethodPageData>;
  /** @throws {Problem} not_found where there is nothing that the public may see */
  abstract prediction(id: string): Promise<PredictionPageData>;
}
