export { InvalidConfigError } from "../errors.js";
export { type Allotted, allot } from "./allotment.js";
export {
  type Announced,
  type Announcement,
  announce,
  announcementHash,
  type DrawPlan,
} from "./announcement.js";
export { type DrawBundle, type DrawResult, makeBundle, printBundle } from "./bundle.js";
export { canonicalJson } from "./canonical.js";
export { type DrawCapacity, type DrawEntry, type DrawRules, drawLimits } from "./entry.js";
export type { DrawFault } from "./faults.js";
export { drawOrder, drawSeed } from "./marks.js";
export {
  type Beacon,
  type PublishedText,
  publishedRecord,
  publishedText,
  type RoundRecord,
  testBeacon,
} from "./randomness.js";
export { rfc3797 } from "./rfc3797.js";
export { substitutes } from "./substitutes.js";
export { type DrawVerdict, type VerifyOptions, verifyDraw } from "./verify.js";
