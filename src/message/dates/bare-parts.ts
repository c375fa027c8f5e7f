import type { Lexicon } from "../lexicon.js";
import type { RunItem } from "./date-run.js";

const bareDate = /^[0-9]{1,2}(?:[-/][0-9]{1,2}[-/]| [A-Za-z]{3,12} )[0-9]{4}$/u;
const between = /([-/ ])/u;

/**
 * The parts of a date of three with nothing beside them, which needs no look for times, ages and the like: `17-08-1980`,
 * `17 Agustus 1980`. `undefined` for every other text.
 */
export function listBareParts(text: string, { months }: Lexicon): readonly RunItem[] | undefined {
  if (!bareDate.test(text)) return undefined;
  const [day = "", joint = "", written = "", second = "", year = ""] = text.split(between);
  const middle = joint === " " ? monthOf(months.get(written.toLowerCase())) : numberOf(written, joint);
  return middle && [numberOf(day, ""), middle, numberOf(year, second)];
}

function monthOf(month: number | undefined): RunItem | undefined {
  return month === undefined ? undefined : { kind: "month", month, spelling: "known", joint: "" };
}

function numberOf(digits: string, joint: string): RunItem {
  return {
    kind: "number",
    value: Number(digits),
    digits: digits.length,
    form: "digits",
    joint: joint.trim(),
  };
}
