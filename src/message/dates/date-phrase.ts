import type { WeekdayRule } from "../language.js";

/** What a phrase of a language says of a day. */
export type DatePhrase =
  | { readonly kind: "relative"; readonly days: number }
  | { readonly kind: "counted"; readonly days: number }
  | { readonly kind: "weekday"; readonly rule: WeekdayRule }
  | { readonly kind: "month"; readonly months: number }
  /** `several` days, one of them (`either`), or one that is taken back or left open. */
  | { readonly kind: "unclear"; readonly why: "several" | "either" | "open" };

/** Minutes from midnight; without `to` a time, not a part of a day. */
export interface TimeSpan {
  readonly from: number;
  readonly to?: number;
}
