import { readFileSync } from "node:fs";
import { englishVocabulary, indonesianVocabulary, type ParsedMessage, parseMessage } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat } from "./passport-format.js";

const languages = [indonesianVocabulary, englishVocabulary];
const mostAsked = 0.05;
/** What only looks does no harm. */
const looks = ["status", "availability", "help", "asked"];

function readCorpus<Entry>(name: string): readonly Entry[] {
  return JSON.parse(readFileSync(new URL(`corpus/${name}.json`, import.meta.url), "utf8")) as Entry[];
}

function actOf(parsed: ParsedMessage): string {
  if (parsed.kind === "command") return parsed.command;
  return parsed.kind === "unsure" || parsed.kind === "not-understood" ? "asked" : parsed.kind;
}

const read = (text: string, today = "2017-11-01") =>
  actOf(parseMessage(text, passportFormat, { today, languages }));

describe("people who mean what they say", () => {
  const harmless = readCorpus<{ readonly text: string; readonly act: string }>("harmless");
  const played = harmless.map(({ text, act }) => ({ text, act, got: read(text) }));

  it("are asked in five of a hundred messages at most", () => {
    const asked = played.filter(({ got }) => got === "asked");
    expect(asked.length / harmless.length, JSON.stringify(asked)).toBeLessThanOrEqual(mostAsked);
  });

  it("get what they said", () => {
    expect(played.filter(({ act, got }) => got !== act && got !== "asked")).toEqual([]);
  });
});

/** Written without a look at the lists of the languages, so more of them are asked; the share may only become smaller. */
const mostFreshAsked = 0.22;

describe("people whose words nobody has listed", () => {
  const harmless = readCorpus<{ readonly text: string; readonly act: string }>("harmless-fresh");
  const played = harmless.map(({ text, act }) => ({ text, act, got: read(text, "2017-08-07") }));

  it("are rarely asked, and never get what they did not say", () => {
    const asked = played.filter(({ got }) => got === "asked");
    expect(asked.length / harmless.length, JSON.stringify(asked)).toBeLessThanOrEqual(mostFreshAsked);
    expect(played.filter(({ act, got }) => got !== act && got !== "asked")).toEqual([]);
  });
});

describe("who takes it back, is not sure, sets a condition or wants something else as well", () => {
  it.each(readCorpus<string>("harmful"))("is asked: %j", (text) => {
    expect(looks).toContain(read(text));
  });
});
