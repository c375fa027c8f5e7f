export { type DatedOffice, datedOffice, officeConfig } from "./arbitraries/dated-office.js";
export { type ZonedDay, zonedDay } from "./arbitraries/zoned-day.js";
export type { ConformanceTest, Need } from "./conformance/conformance-test.js";
export { type BrokenLottery, brokenLotteries } from "./draws/broken-lotteries.js";
export type { DrawRule } from "./draws/draw-rule.js";
export { drawRules } from "./draws/draw-rules.js";
export { type Lottery, lottery } from "./draws/lottery.js";
export { type SmallDraw, smallDraw } from "./draws/small-draw.js";
export { noLimits, smallOffices } from "./offices.js";
export type { OpenedStore, OpenStore } from "./open-store.js";
export { type PlayedTurn, type PlaySettings, play } from "./play.js";
export type { Rule, RuleProperty, Runs } from "./rules/rule-property.js";
export { rules } from "./rules/rules.js";
export {
  burst,
  type CodeMove,
  codeMove,
  type HoldChoices,
  type HoldMove,
  holdMove,
  type ScriptMove,
  type Step,
  script,
  stepOf,
} from "./script.js";
export {
  type ConformanceSettings,
  conformanceTests,
  kindConformance,
  kindTests,
  storeConformance,
  type TestRunner,
} from "./store-conformance.js";
export { strictStore } from "./strict-store.js";
export type {
  Allocator,
  CreateAllocator,
  GivenPlace,
  Refusal,
  SurgeRequest,
  SurgeWindow,
} from "./surges/allocator.js";
export { type BrokenAllocator, brokenAllocators, fairAllocator } from "./surges/broken-allocators.js";
export { type DeskDay, deskAllocator } from "./surges/desk-allocator.js";
export {
  type Arrival,
  type Burst,
  playSurge,
  type Surge,
  type SurgeAnswer,
  type SurgeChoices,
  type SurgeSettings,
  surge,
} from "./surges/surge.js";
export { type SurgeRule, surgeRules } from "./surges/surge-rules.js";
export {
  type CreateWorld,
  createWorldOn,
  type World,
  type WorldDesks,
  type WorldSettings,
} from "./world.js";
