import { readFileSync } from "node:fs";
import { englishVocabulary, indonesianVocabulary, parseDate, parseMessage } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat } from "./passport-format.js";

interface Entry {
  readonly kind: "birth" | "arrival" | "message";
  readonly language: "id" | "en";
  readonly today: string;
  readonly text: string;
  /** A date, the values of a request, or the code or command. */
  readonly expect?: string | Readonly<Record<string, string>>;
  /** Codes of problems, of messages with their field. */
  readonly problems?: readonly string[];
}

const languages = { id: [indonesianVocabulary, englishVocabulary], en: [englishVocabulary] };

function readCorpus(name: string): readonly Entry[] {
  return JSON.parse(readFileSync(new URL(`corpus/${name}.json`, import.meta.url), "utf8")) as Entry[];
}

/** What an entry of the corpus should say. */
function read({ kind, language, today, text }: Entry): Pick<Entry, "expect" | "problems"> {
  if (kind !== "message") {
    const reading = parseDate(text, { today, expects: kind, languages: languages[language] });
    return reading.kind === "date" ? { expect: reading.date } : { problems: [reading.code] };
  }
  const parsed = parseMessage(text, passportFormat, { today });
  switch (parsed.kind) {
    case "request":
      return { expect: parsed.values as Record<string, string> };
    case "code":
      return { expect: { kind: parsed.kind, code: parsed.code } };
    case "command": {
      const { kind, command, code } = parsed;
      return { expect: code === undefined ? { kind, command } : { kind, command, code } };
    }
    case "unsure":
      return { problems: [`unsure ${parsed.meant.kind}: ${parsed.doubts.map(({ why }) => why).join(" ")}`] };
    case "not-understood":
      return { problems: parsed.problems.map((problem) => `${problem.field}: ${problem.code}`) };
    default:
      return parsed satisfies never;
  }
}

describe("the corpus", () => {
  it.each(readCorpus("readings"))("reads $kind $text", (entry) => {
    expect(read(entry)).toEqual({ expect: entry.expect });
  });

  it.each(readCorpus("refusals"))("refuses $kind $text", (entry) => {
    expect(read(entry)).toEqual({ problems: entry.problems });
  });

  it("refuses as much as it reads", () => {
    expect(readCorpus("refusals").length).toBeGreaterThanOrEqual(readCorpus("readings").length);
  });
});
