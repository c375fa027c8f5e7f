import type { BookingCommand, ToldCommand } from "../message/language.js";
import type { Say } from "./say.js";

export type { BookingCommand };

/** What belongs to single commands: the sentence that is the answer, where `example` is a request. */
export interface CommandWords extends Readonly<Record<ToldCommand, (example: string, say: Say) => string>> {
  /** Any of several bookings could be meant. */
  readonly which: Readonly<Record<BookingCommand, (list: string) => string>>;
}
