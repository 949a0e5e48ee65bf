import { alreadyTrue } from './marks/already-true.js';
import { compound } from './marks/compound.js';
import { dateBeforeDeadline } from './marks/date-before-deadline.js';
import { hiddenPremise } from './marks/hidden-premise.js';
import { interpretation } from './marks/interpretation.js';
import { missingActor } from './marks/missing-actor.js';
import { missingTime } from './marks/missing-time.js';
import { modal } from './marks/modal.js';
import { noSource } from './marks/no-source.js';
import { unmeasured } from './marks/unmeasured.js';
import type { Rule } from './rule.js';

/** The table of rules, mark by mark. Each row carries examples, which its test walks. */
export const RULES: readonly Rule[] = [
  ...interpretation,
  ...modal,
  ...alreadyTrue,
  ...compound,
  ...hiddenPremise,
  ...unmeasured,
  ...missingActor,
  ...missingTime,
  ...dateBeforeDeadline,
  ...noSource,
];
