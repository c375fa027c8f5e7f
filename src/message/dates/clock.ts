import type { TimeSpan } from "../lexicon.js";
import type { DateUnit } from "./date-units.js";

const noon = 12 * 60;
const midnight = 24 * 60;
/** Said without more, "jam 2" is in the afternoon: no office opens at night. */
const firstMorningHour = 6;

/** Hours and minutes in digits, or "nine thirty". */
export interface Clock {
  readonly form: "colon" | "dot" | "hour";
  readonly minutes: number;
  readonly to?: number;
  /** `09`, `13` and `09:00` say which half of the day. */
  readonly is24: boolean;
  readonly next: number;
}

export function readClock(units: readonly DateUnit[], index: number): Clock | undefined {
  const hour = units[index];
  if (hour?.kind !== "number" || hour.digits > 2 || hour.value > 24) return undefined;
  const sign = units[index + 1]?.text;
  const minute = units[index + 2];
  const is24 = hour.value > 12 || hour.text.startsWith("0");
  if ((sign === ":" || sign === ".") && isMinute(minute)) {
    const beyond = units[index + 3]?.text === sign ? units[index + 4] : undefined;
    const form = sign === ":" ? "colon" : "dot";
    const minutes = hour.value * 60 + minute.value;
    if (beyond === undefined || beyond.kind !== "number") return { form, minutes, is24, next: index + 3 };
    return sign === ":" && isMinute(beyond) ? { form, minutes, is24, next: index + 5 } : undefined;
  }
  const spoken = isSpokenMinute(units, index + 1) ? units[index + 1] : undefined;
  if (spoken !== undefined)
    return { form: "dot", minutes: hour.value * 60 + spoken.value, is24, next: index + 2 };
  return { form: "hour", minutes: hour.value * 60, is24, next: index + 1 };
}

function isMinute(unit: DateUnit | undefined): unit is DateUnit {
  return unit?.kind === "number" && unit.digits === 2 && unit.value < 60 && unit.before === "sign";
}

/** "nine thirty" */
function isSpokenMinute(units: readonly DateUnit[], index: number): boolean {
  const [hour, minute] = [units[index - 1], units[index]];
  const isInWords = [hour, minute].every(
    (unit) => unit?.kind === "number" && Number.isNaN(Number(unit.text)),
  );
  return isInWords && (hour?.value ?? 0) <= 12 && [15, 30, 45].includes(minute?.value ?? 0);
}

/** `0900` */
export function readFourDigits(unit: DateUnit | undefined, at: number): Clock | undefined {
  if (unit?.kind !== "number" || unit.digits !== 4) return undefined;
  const [hour, minute] = [Math.floor(unit.value / 100), unit.value % 100];
  return hour < 24 && minute < 60
    ? { form: "colon", minutes: hour * 60 + minute, is24: true, next: at + 1 }
    : undefined;
}

/** The hour that is nearest to the part of the day that was named. */
export function inHalf(minutes: number, is24: boolean, part: TimeSpan | undefined): number {
  if (minutes >= noon + 60 || (is24 && part === undefined)) return minutes % midnight;
  if (part === undefined) return minutes < firstMorningHour * 60 ? minutes + noon : minutes;
  const first = minutes % noon;
  const distance = (time: number): number =>
    time < part.from ? part.from - time : Math.max(0, time - (part.to ?? part.from));
  const candidates = first === 0 ? [0, noon, midnight] : [first, first + noon];
  return candidates.reduce((best, time) => (distance(time) < distance(best) ? time : best));
}

/** `09:00` */
export function printTime(minutes: number): string {
  const pad = (number: number): string => String(number).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
