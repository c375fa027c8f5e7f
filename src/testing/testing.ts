export type { ConformanceTest } from "./conformance/conformance-test.js";
export { noLimits, smallOffices } from "./offices.js";
export { type PlaySettings, play, type Turn } from "./play.js";
export type { Rule, RuleProperty, Runs } from "./rules/rule-property.js";
export { rules } from "./rules/rules.js";
export {
  burst,
  type CodeMove,
  codeMove,
  type HoldChoices,
  type HoldMove,
  holdMove,
  type Move,
  type Step,
  script,
  stepOf,
} from "./script.js";
export {
  type ConformanceSettings,
  conformanceTests,
  storeConformance,
  type TestRunner,
} from "./store-conformance.js";
export {
  type CreateWorld,
  createWorldOn,
  type OpenedStore,
  type OpenStore,
  type World,
  type WorldSettings,
} from "./world.js";
