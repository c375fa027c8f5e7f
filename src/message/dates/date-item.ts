import type { DatePartName } from "../language.js";
import type { DatePhrase, TimeSpan } from "../lexicon.js";

/** A time of day in a text: where it stands, and whether it is a clock's or a part of the day. */
export interface TimeItem extends TimeSpan {
  readonly kind: "time";
  readonly form: "clock" | "part";
  readonly start: number;
  readonly end: number;
}

/** What a stretch of units means to a date. */
export type DateItem =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly digits: number;
      readonly form: "digits" | "words";
      readonly part?: DatePartName;
    }
  | { readonly kind: "month"; readonly month: number; readonly spelling: "known" | "near" }
  | { readonly kind: "weekday"; readonly weekday: number }
  | {
      readonly kind: "phrase";
      readonly phrase: DatePhrase;
      readonly number: number;
      readonly weekday: number;
    }
  | { readonly kind: "mark"; readonly text: string }
  | TimeItem
  | { readonly kind: "age"; readonly years: number }
  /** It may be a place's name. */
  | {
      readonly kind: "name";
      readonly text: string;
      readonly start: number;
      readonly place: "announced" | "alone";
    }
  /** It must be asked about; a `whole` one names days by itself: "minggu depan". */
  | {
      readonly kind: "unclear";
      readonly why: "several" | "either" | "open";
      readonly names: "days" | "nothing";
    }
  | { readonly kind: "filler" };
