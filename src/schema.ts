import { Accounts1764000000000 } from '../migrations/1764000000000-accounts.js';
import { Stories1764000100000 } from '../migrations/1764000100000-stories.js';
import { Scenarios1764000200000 } from '../migrations/1764000200000-scenarios.js';
import { Judging1764000300000 } from '../migrations/1764000300000-judging.js';
import { Tallies1764000400000 } from '../migrations/1764000400000-tallies.js';
import { Settings1764000500000 } from '../migrations/1764000500000-settings.js';
import { Testability1764000600000 } from '../migrations/1764000600000-testability.js';
import { Editions1764000700000 } from '../migrations/1764000700000-editions.js';
import { Rereads1764000800000 } from '../migrations/1764000800000-rereads.js';
import { LinksAndRedactions1764000900000 } from '../migrations/1764000900000-links-and-redactions.js';
import { Logins1764001200000 } from '../migrations/1764001200000-logins.js';
import { Suggestions1764001000000 } from '../migrations/1764001000000-suggestions.js';
import { People1764001300000 } from '../migrations/1764001300000-people.js';
import { Writes1764002300000 } from '../migrations/1764002300000-writes.js';
import { AccountChange } from './accounts/account-change.entity.js';
import { Idempotency1764001400000 } from '../migrations/1764001400000-idempotency.js';
import { Handovers1764001500000 } from '../migrations/1764001500000-handovers.js';
import { Extremes1764001600000 } from '../migrations/1764001600000-extremes.js';
import { EndedForecasts1764002000000 } from '../migrations/1764002000000-ended-forecasts.js';
import { RateCounts1764002100000 } from '../migrations/1764002100000-rate-counts.js';
import { StateChange } from './accounts/state-change.entity.js';
import { TallyLayout1764002400000 } from '../migrations/1764002400000-tally-layout.js';
import { Account } from './accounts/account.entity.js';
import { ApiToken } from './accounts/api-token.entity.js';
import { Identity } from './accounts/identity.entity.js';
import { Invitation } from './accounts/invitation.entity.js';
import { Password } from './accounts/password.entity.js';
import { Session } from './accounts/session.entity.js';
import { Erratum } from './amendments/erratum.entity.js';
import { Publication } from './amendments/publication.entity.js';
import { Briefing, BriefingVersion } from './briefings/briefing.entity.js';
import { BriefingPerspective, BriefingSection, BriefingSource } from './briefings/briefing-parts.entity.js';
import { RecordVersion } from './database/record-version.js';
import { Event, EventStanding } from './events/event.entity.js';
import { Source, SourceClaim } from './events/source.entity.js';
import { Evidence } from './evidence/evidence.entity.js';
import { Forecaster } from './forecasters/forecaster.entity.js';
import { Forecast, Withdrawal } from './forecasts/forecast.entity.js';
import { Handover, HandoverEnd } from './forecasts/handover.entity.js';
import { IdempotencyKey } from './http/idempotency-key.entity.js';
import { RateCount } from './http/rate-count.entity.js';
import { Redaction } from './redactions/redaction.entity.js';
import { Deferral, Referral } from './resolutions/queue.entity.js';
import { Reread, RereadDraw, RereadItem, Showing } from './resolutions/reread.entity.js';
import { Resolution, ResolutionEvidence } from './resolutions/resolution.entity.js';
import { Criteria, EdgeCase } from './scenarios/criteria.entity.js';
import { EditionScenario } from './scenarios/edition-scenario.entity.js';
import { Scenario } from './scenarios/scenario.entity.js';
import { ScenarioLink, ScenarioLinkEnding } from './scenarios/scenario-link.entity.js';
import { TestabilityRecord } from './scenarios/testability.entity.js';
import { Setting } from './settings/setting.entity.js';
import { Suggestion, SuggestionDismissal } from './suggestions/suggestion.entity.js';
import { CountedForecast } from './tallies/counted-forecast.entity.js';
import { CountedScenario } from './tallies/counted-scenario.entity.js';
import { Tally } from './tallies/tally.entity.js';
import { SearchEntry } from './texts/search-entry.entity.js';
import { Text } from './texts/text.entity.js';
import { Topic } from './topics/topic.entity.js';

/** Every table, and every step that led to it, in order. */
export const entities = [
  ...[Account, ApiToken, Password, Session, Invitation, Identity, AccountChange, Text, Topic, Forecaster],
  ...[Briefing, BriefingVersion, BriefingSection, BriefingPerspective, BriefingSource],
  ...[Scenario, Criteria, EdgeCase, TestabilityRecord, ScenarioLink, ScenarioLinkEnding],
  ...[EditionScenario, Forecast, Withdrawal, Event, EventStanding, Source, SourceClaim, Evidence],
  ...[Resolution, ResolutionEvidence, Deferral, Referral, Erratum, Publication, Redaction],
  ...[SearchEntry, Suggestion, SuggestionDismissal],
  ...[Showing, RereadDraw, RereadItem, Reread],
  ...[CountedScenario, CountedForecast, Tally, RecordVersion, Setting],
  ...[IdempotencyKey, Handover, HandoverEnd, RateCount, StateChange],
];
export const migrations = [
  Accounts1764000000000,
  Stories1764000100000,
  Scenarios1764000200000,
  Judging1764000300000,
  Tallies1764000400000,
  Settings1764000500000,
  Testability1764000600000,
  Editions1764000700000,
  Rereads1764000800000,
  LinksAndRedactions1764000900000,
  Suggestions1764001000000,
  Logins1764001200000,
  People1764001300000,
  Idempotency1764001400000,
  Handovers1764001500000,
  Extremes1764001600000,
  EndedForecasts1764002000000,
  RateCounts1764002100000,
  Writes1764002300000,
  TallyLayout1764002400000,
];
