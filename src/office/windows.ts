import { clockAt, instantAt, isSecondPass, offsetAt, spanAt, steadyOffset } from "./local-time.js";
import type { SlotPools } from "./slot-pool.js";

/** An arrival window of a date. `start` and `end` are epoch milliseconds, half open. */
export interface Window {
  /**
   * The key: local start `08:30`; the second pass of an hour that the clocks repeat has `01:30+1`. Of a night that began the
   * day before, `24:30` is half past midnight.
   */
  readonly window: string;
  /** Local end, `09:00`; at midnight `24:00`, after it `24:30`, in the second pass of an hour `02:00+1`. */
  readonly until: string;
  readonly start: number;
  readonly end: number;
}

/** One arrival window of an office on a date, with its places. */
export interface Slot extends Window {
  readonly pools: SlotPools;
}

/**
 * Windows are laid in real time from the opening on, so that where the clocks change inside opening hours a
 * missing hour has no window and a repeated one has its windows twice.
 */
export function windowsOf(span: string, date: string, length: number, zone: string): readonly Window[] {
  const windows: Window[] = [];
  const { from, to } = spanAt(date, span, zone);
  const steady = steadyOffset(from, to, zone);
  // Where clocks jump over it no clock shows it.
  const midnight = steady === undefined ? instantAt(date, "24:00", zone) : undefined;
  for (let start = from; start + length <= to; start += length) {
    const end = start + length;
    const timeOf = (instant: number) =>
      timeOn(date, clockAt(instant, steady ?? offsetAt(instant, zone))) + passOf(instant, zone, steady);
    windows.push({ window: timeOf(start), until: end === midnight ? "24:00" : timeOf(end), start, end });
  }
  return windows;
}

/** What a clock shows, as a time of a date: after its midnight 24 hours more. */
function timeOn(date: string, shown: string): string {
  const time = shown.slice(11);
  return shown.slice(0, 10) <= date ? time : `${Number(time.slice(0, 2)) + 24}${time.slice(2)}`;
}

/** So that no two windows of a day have one key. */
function passOf(start: number, zone: string, steady: number | undefined): "" | "+1" {
  return steady === undefined && isSecondPass(start, zone) ? "+1" : "";
}
