import { readChosenDay } from "../message/dates/read-chosen-day.js";
import { type DateReading, parseDate } from "../message/parse-date.js";
import type { ChatContext } from "./chat-settings.js";

/** The date that a text behind a command is, or a day of the month alone: "tanggal 14". */
export function readDay({ words }: ChatContext, text: string, today: string): DateReading {
  const { languages } = words;
  const reading = parseDate(text, { today, expects: "arrival", languages });
  const isPart = reading.kind === "problem" && reading.code === "incomplete-date";
  const day = isPart ? readChosenDay(text, [], { today, languages }) : undefined;
  return day === undefined ? reading : { kind: "date", date: day, basis: "assumed" };
}
