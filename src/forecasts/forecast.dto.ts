import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { BriefingContent } from '../briefings/briefing.dto.js';
import { ErratumView } from '../amendments/erratum.dto.js';
import { ForecasterRef } from '../forecasters/forecaster.dto.js';
import { Day, Id, Instant, OneOf, PublicAt, Text } from '../http/validation.js';
import { CriteriaField, type CriteriaInput } from '../scenarios/scenario.dto.js';
import { type Kind, KINDS, TESTABILITIES, type Testability } from '../scenarios/scenario.entity.js';
import { type Term, TERMS } from '../topics/topic.entity.js';
import { BriefingDifferences, DraftScenario, DroppedScenario, EditionChoice } from './edition.dto.js';

export { DraftScenario } from './edition.dto.js';

/** A probability is checked by the domain (rule 1), so that every door gives the same verdict. */
const Probability = (): PropertyDecorator => (target, key) => {
  ApiProperty({ type: Number, minimum: 0, maximum: 1, description: 'at most four decimals', example: 0.65 })(
    target,
    key,
  );
  Allow()(target, key);
};

/** More of one briefing are not compared with what is on record, nor recorded, while others wait. */
export const MOST_SCENARIOS = 100;

export class Reconstruction {
  @Text({ max: 1000, description: 'the words that were said' }) words: string;
  @Text({ max: 1000, optional: true, description: 'where they stand' }) quote?: string;
  @Text({ max: 200, description: 'who turned them into a number' }) converter: string;
}

export class CreateForecast {
  @Probability() probability: unknown;
  @Text({ max: 4000, optional: true }) rationale?: string;
  @Text({ max: 200, optional: true, description: 'slug or name; the desk if missing' }) forecaster?: string;
  @Instant({ optional: true, description: 'when it was stated, if earlier: editors only' }) statedAt?: string;

  @ApiProperty({
    type: Reconstruction,
    required: false,
    description: 'words that were turned into this number',
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => Reconstruction)
  reconstructed?: Reconstruction;
}

export class CreateScenario {
  @Text({ max: 200, description: 'slug or title of a topic' }) topic: string;
  @OneOf(KINDS) kind: Kind;
  @OneOf(TERMS) term: Term;
  @Text({ max: 4000 }) statement: string;
  @Text({ max: 2000, optional: true, nullable: true, description: '“if …”' }) premise?: string | null;
  @CriteriaField() criteria?: CriteriaInput;
  @CriteriaField('what would show that the premise holds') premiseCriteria?: CriteriaInput;
  @OneOf(TESTABILITIES, { optional: true }) testability?: Testability;
  @Day({ optional: true, description: 'made from the term if missing' }) deadline?: string;
  @Text({ max: 64, optional: true, description: 'IANA zone; the topic’s if missing' }) zone?: string;
  @Probability() probability: unknown;
  @Text({ max: 200, optional: true, description: 'slug or name; the desk if missing' }) forecaster?: string;
  @Text({ max: 4000, optional: true }) rationale?: string;
  @Instant({ optional: true, description: 'when it was stated, if earlier: editors only' }) statedAt?: string;
  @PublicAt({ optional: true }) publicAt?: string | null;
}

export class CreateWithdrawal {
  @Text({ max: 200, optional: true, description: 'slug or name; the desk if missing' }) forecaster?: string;
  @Text({ max: 4000, optional: true }) reason?: string;
}

export class ReconstructionView {
  @ApiProperty() words: string;
  @ApiProperty({ type: String, nullable: true }) quote: string | null;
  @ApiProperty() converter: string;
}

export class WithdrawalView {
  @ApiProperty() recordedAt: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export class ForecastView {
  @ApiProperty() id: string;
  @ApiProperty({ type: ForecasterRef }) forecaster: ForecasterRef;
  @ApiProperty({ description: '0..1; the corrected one, where an erratum corrected it' }) probability: number;
  @ApiProperty() statedAt: string;
  @ApiProperty() recordedAt: string;
  @ApiProperty({ description: 'recorded later than it was stated' }) archival: boolean;
  @ApiProperty({ description: 'a number put to words afterwards: shown, never scored' })
  reconstructed: boolean;
  @ApiProperty({ type: ReconstructionView, nullable: true }) reconstruction: ReconstructionView | null;
  @ApiProperty({ description: 'who logged it: a display name for readers' }) loggedBy: string;
  @ApiProperty({ type: String, nullable: true }) rationale: string | null;
  @ApiProperty({ type: Number, nullable: true }) criteriaVersion: number | null;
  @ApiProperty({ type: WithdrawalView, nullable: true }) withdrawn: WithdrawalView | null;
  @ApiProperty({ type: [ErratumView] }) errata: ErratumView[];
}

export class ParseBriefing {
  @Text({ max: 200_000, pasted: true, description: 'a briefing as pasted: text, Markdown or HTML' })
  text: string;
}

class SectionInput {
  @Text({ max: 500, optional: true, nullable: true }) heading?: string | null;
  @Text({ max: 50_000 }) body: string;
}

class PerspectiveInput {
  @Text({ max: 200 }) actor: string;
  @Text({ max: 20_000 }) body: string;
  @Day({ optional: true, nullable: true }) asOf?: string | null;
}

class BriefingSourceInput {
  @Text({ max: 500 }) outlet: string;
  @Day({ optional: true, nullable: true }) publishedOn?: string | null;
  @Text({ max: 2000, optional: true, nullable: true, pattern: /^https?:\/\//i }) url?: string | null;
}

const Parts =
  (type: new () => object, most: number): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: [type], required: false })(target, key);
    IsOptional()(target, key);
    IsArray()(target, key);
    ArrayMaxSize(most)(target, key);
    IsObject({ each: true })(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => type)(target, key);
  };

/** What a briefing says, as fields: given whole, or to override what was read from its text. */
export class BriefingFields {
  @Text({ max: 200, optional: true, nullable: true, description: 'slug or title' }) topic?: string | null;
  @Text({ max: 500, optional: true, nullable: true }) headline?: string | null;
  @Text({ max: 4000, optional: true, nullable: true }) standfirst?: string | null;
  @Text({ max: 200, optional: true, nullable: true }) category?: string | null;
  @Text({ max: 200, optional: true, nullable: true }) status?: string | null;
  @Text({ max: 4000, optional: true, nullable: true }) takeaway?: string | null;
  @Text({ max: 200, optional: true, nullable: true }) edition?: string | null;
  @Day({ optional: true, nullable: true }) publishedOn?: string | null;
  @Parts(SectionInput, 200) sections?: SectionInput[];
  @Parts(PerspectiveInput, 100) perspectives?: PerspectiveInput[];
  @Parts(BriefingSourceInput, 50) sources?: BriefingSourceInput[];
}

class BriefingScenarioInput {
  @OneOf(KINDS) kind: Kind;
  @OneOf(TERMS) term: Term;
  @Probability() probability: unknown;
  @Text({ max: 4000 }) statement: string;
  @Text({ max: 2000, optional: true, nullable: true }) premise?: string | null;
  @Day({ optional: true, description: 'made from the term if missing; what is on record keeps its own' })
  deadline?: string;
  @CriteriaField() criteria?: CriteriaInput;
}

/** A briefing by its text, or structured; fields beside the text override what is read from it. */
export class CreateBriefing extends BriefingFields {
  @Text({ max: 200_000, pasted: true, optional: true, description: 'as pasted: text, Markdown or HTML' })
  text?: string;

  @ApiProperty({ type: BriefingFields, required: false, description: 'as `POST briefings/parse` answers it' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => BriefingFields)
  briefing?: BriefingFields;

  @Parts(BriefingScenarioInput, MOST_SCENARIOS) scenarios?: BriefingScenarioInput[];
  @Text({ max: 200, optional: true, description: 'slug or name; the desk if missing' }) forecaster?: string;
  @PublicAt({ optional: true }) publicAt?: string | null;

  @Id({
    ...{ optional: true, nullable: true },
    description: 'the edition before, where another than recognised; null: it begins a story of its own',
  })
  follows?: string | null;

  @Id({ optional: true, description: 'the handover that this records, which ends by it' }) handover?: string;
  @Parts(EditionChoice, 200) choices?: EditionChoice[];
  @Parts(DroppedScenario, 200) dropped?: DroppedScenario[];
}

export class RefusedItem {
  @ApiProperty({ type: Number, nullable: true }) line: number | null;
  @ApiProperty() text: string;
  @ApiProperty() reason: string;
  @ApiProperty({
    ...{ type: 'integer', required: false },
    description: 'in a preview: place among the `scenarios` that were sent, from 0',
  })
  index?: number;
}

export class ReadingWarning {
  @ApiProperty() code: string;
  @ApiProperty() message: string;
}

export class DraftBriefing extends BriefingContent {
  @ApiProperty({ type: String, required: false }) id?: string;
}

/** What was read from a briefing; with ids where something was recorded. */
export class BriefingReadingView {
  @ApiProperty({ type: DraftBriefing }) briefing: DraftBriefing;
  @ApiProperty({ type: [DraftScenario] }) scenarios: DraftScenario[];
  @ApiProperty({ type: [RefusedItem] }) refused: RefusedItem[];
  @ApiProperty({ type: [ReadingWarning] }) warnings: ReadingWarning[];
  @ApiProperty({
    required: false,
    type: Boolean,
    description: 'it was on record already; nothing was doubled',
  })
  recognised?: boolean;
  @ApiProperty({ required: false, type: String, description: 'the edition of the same story before it' })
  follows?: string;
  @ApiProperty({ required: false, type: String, description: 'the briefing on record whose text it changes' })
  changes?: string;
  @ApiProperty({ required: false, type: BriefingDifferences, description: 'from the edition before' })
  differences?: BriefingDifferences;
}
