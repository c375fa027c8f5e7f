import { countingRules } from "./counting-rules.js";
import type { DrawRule } from "./draw-rule.js";
import { placeRules } from "./place-rules.js";
import { proofRules } from "./proof-rules.js";

/** F5, rule by rule. */
export const drawRules: readonly DrawRule[] = [...proofRules, ...placeRules, ...countingRules];
