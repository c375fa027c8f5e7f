import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { englishDates, englishVocabulary, indonesianDates, indonesianVocabulary } from "giliran";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

function listFiles(folder: string, language: string): readonly string[] {
  return readdirSync(`${root}${folder}/${language}`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => path.replaceAll("\\", "/").replace(language, "language"))
    .sort();
}

const files = [
  "beside-dates.ts",
  "commands.ts",
  "courtesies.ts",
  "dates.ts",
  "labels.ts",
  "language-vocabulary.ts",
  "language.ts",
  "sentences/actions.ts",
  "sentences/conversation.ts",
  "sentences/phrases.ts",
  "sentences/problems.ts",
  "sentences/refusals.ts",
  "times.ts",
];

describe("the folder of a language", () => {
  it.each(["indonesian", "english"])("has these files in %s, with the titles for person keys", (language) => {
    expect(listFiles("src/languages", language)).toEqual([...files, "titles.ts"]);
  });

  it("has these files in the example", () => {
    expect(listFiles("examples", "javanese")).toEqual(files);
  });
});

describe("the vocabularies", () => {
  it("can be had under their former names", () => {
    expect(indonesianDates).toBe(indonesianVocabulary);
    expect(englishDates).toBe(englishVocabulary);
  });
});
