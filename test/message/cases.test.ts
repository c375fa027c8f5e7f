import { readFileSync } from "node:fs";
import { englishVocabulary, indonesianVocabulary, parseDate, parseMessage } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat } from "./passport-format.js";

interface DateCase {
  readonly input: string;
  readonly locale: "id" | "en";
  readonly today: string;
  readonly kind: "birth" | "arrival";
  readonly expect: string | null;
  readonly why: string;
}

interface MessageCase {
  readonly input: string;
  readonly today: string;
  readonly expect:
    | { readonly name: string; readonly birth: string; readonly arrival: string }
    | { readonly error: string | readonly string[] }
    | { readonly command: "batal"; readonly code?: string }
    | { readonly code: string };
  readonly why: string;
}

const languages = { id: [indonesianVocabulary, englishVocabulary], en: [englishVocabulary] };
const codes = ["7HXW9TB6", "2345678S", "K7M4QXPK"];

/** `«CODE»` and its variants, as the cases' README has them. */
const variants: Readonly<Record<string, (code: string) => string>> = {
  "«CODE»": (code) => code,
  "«code»": (code) => code.toLowerCase(),
  "«C-C»": (code) => `${code.slice(0, 4)}-${code.slice(4)}`,
  "«C C»": (code) => `${code.slice(0, 4)} ${code.slice(4)}`,
  "«C.O.D.E»": (code) => [...code].join(" "),
  "«CODE:fullwidth»": (code) =>
    code.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  "«CODE:one-wrong»": (code) => `${code.startsWith("9") ? "8" : "9"}${code.slice(1)}`,
  "«CODE:two-swapped»": (code) => code.replace(/^(.)(.)/u, "$2$1"),
};

function insertCode(text: string, code: string): string {
  return text.replace(/«[^»]+»/gu, (name) => variants[name]?.(code) ?? name);
}

function readCases<Case>(name: string): readonly Case[] {
  return JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), "utf8")) as Case[];
}

describe("the agreed readings of dates", () => {
  it.each(readCases<DateCase>("dates"))("$locale $input: $why", ({ input, locale, today, kind, ...each }) => {
    const reading = parseDate(input, { today, expects: kind, languages: languages[locale] });
    expect(reading.kind === "date" ? reading.date : null).toBe(each.expect);
  });
});

describe("the agreed readings of messages", () => {
  const cases = readCases<MessageCase>("messages").flatMap((each) =>
    each.input.includes("«") ? codes.map((code) => ({ ...each, code })) : [{ ...each, code: "" }],
  );
  it.each(cases)("$why", ({ input, today, code, ...each }) => {
    const parsed = parseMessage(insertCode(input, code), passportFormat, { today });
    const expected = each.expect;
    if ("error" in expected) {
      const fields = parsed.kind === "not-understood" ? parsed.problems.map((problem) => problem.field) : [];
      const named = fields.map((name) => name.replace(/Date$/u, ""));
      expect(named).toEqual(expect.arrayContaining([expected.error].flat()));
    } else if ("command" in expected) {
      expect(parsed).toMatchObject({ kind: "command", command: "cancel" });
      expect("code" in parsed ? parsed.code : undefined).toBe(
        expected.code && insertCode(expected.code, code),
      );
    } else if ("code" in expected) {
      expect(parsed).toEqual({ kind: "code", code: insertCode(expected.code, code) });
    } else {
      const { name, birth, arrival } = expected;
      expect(parsed).toMatchObject({ values: { name, birthDate: birth, arrivalDate: arrival } });
    }
  });
});
