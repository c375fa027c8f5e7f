import type {
  Blocked,
  Busy,
  CodeRefusal,
  Ended,
  Full,
  LimitRefusal,
  Malformed,
  MoveRefusal,
  NotOffered,
  RequestIdConflict,
  Waiting,
  WithAlternatives,
} from "../booking/outcomes.js";
import type { Sentences } from "./words.js";

/** What several actions are refused by, each with one sentence for all of them. */
export interface RefusalWords {
  /** What an office never gives, or not now, or not on that date. */
  readonly notOffered: Sentences<NotOffered & WithAlternatives>;
  /** Everything that was asked for is taken. */
  readonly full: Sentences<Full & WithAlternatives>;
  /** No more bookings for a person or a sender. */
  readonly limits: Sentences<LimitRefusal>;
  /** The message could not be acted on as it is. */
  readonly unusable: Sentences<Busy | RequestIdConflict | Blocked | Malformed>;
  /** What a code can't do, and what is said instead of `unusable` of a message with a code. */
  readonly codes: Sentences<Exclude<CodeRefusal, Blocked> | Malformed>;
  /** What a code's booking is by now, where that leaves nothing to do. */
  readonly ended: Sentences<Ended | Waiting>;
  /** A certain visit that can't be moved. */
  readonly moving: Sentences<MoveRefusal>;
}
