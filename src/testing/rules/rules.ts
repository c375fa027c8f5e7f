import { c1Capacity } from "./c1-capacity.js";
import { c1ChangingCalendars, c1Nights } from "./c1-changing-calendars.js";
import { c2ChangingCalendars } from "./c2-changing-calendars.js";
import { c2NoNeedlessRefusal } from "./c2-no-needless-refusal.js";
import { c3AHoldEndsOnce } from "./c3-a-hold-ends-once.js";
import { c3LongestHold } from "./c3-longest-hold.js";
import { c4Limits } from "./c4-limits.js";
import { c4NothingGivenUp } from "./c4-nothing-given-up.js";
import { c5OncePerRequestId } from "./c5-once-per-request-id.js";
import { c6QueueNumbers } from "./c6-queue-numbers.js";
import { c7CorrectionKeepsThePlace } from "./c7-correction-keeps-the-place.js";
import { c7MovesKeepThePlace } from "./c7-moves-keep-the-place.js";
import { c8AcknowledgedIsCommitted } from "./c8-acknowledged-is-committed.js";
import { c8UsedVisitsStand } from "./c8-used-visits-stand.js";
import { c9Ledger } from "./c9-ledger.js";
import { f1FirstComeFirstServed } from "./f1-first-come-first-served.js";
import { f2Anonymity } from "./f2-anonymity.js";
import { f3OnePersonOnePlace } from "./f3-one-person-one-place.js";
import { f4FreedPlaces } from "./f4-freed-places.js";
import { f4WaitingList } from "./f4-waiting-list.js";
import { f6RefusalsNameWhatIsFree } from "./f6-refusals-name-what-is-free.js";
import type { RuleProperty } from "./rule-property.js";

/** The rules that never break, each as a property of desks on any store. */
export const rules: readonly RuleProperty[] = [
  c1Capacity,
  c1ChangingCalendars,
  c1Nights,
  c2NoNeedlessRefusal,
  c2ChangingCalendars,
  c3AHoldEndsOnce,
  c3LongestHold,
  c4Limits,
  c4NothingGivenUp,
  c5OncePerRequestId,
  c6QueueNumbers,
  c7CorrectionKeepsThePlace,
  c7MovesKeepThePlace,
  c8AcknowledgedIsCommitted,
  c8UsedVisitsStand,
  c9Ledger,
  f1FirstComeFirstServed,
  f2Anonymity,
  f3OnePersonOnePlace,
  f4FreedPlaces,
  f4WaitingList,
  f6RefusalsNameWhatIsFree,
];
