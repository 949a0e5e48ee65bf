import type { Plan } from './plan.js';
import { topicOf } from './world.js';

/** What stands in the texts of the record: short, and different for each scenario. */
export const statementOf = (plan: Plan): string =>
  `Case ${plan.number} of ${topicOf(plan.topic).title} comes about by ${plan.deadline}.`;
export const criteriaOf = (plan: Plan): string => `The gazette says so of case ${plan.number}.`;
export const headlineOf = (plan: Plan): string => `Case ${plan.number} has come about`;
export const REASON = 'As the evidence says.';
