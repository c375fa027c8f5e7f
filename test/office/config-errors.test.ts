import { defineOffice, InvalidConfigError, type OfficeConfig } from "giliran";
import { describe, expect, it } from "vitest";
import texts from "./config-errors.json" with { type: "json" };
import { listWrongConfigs } from "./wrong-configs.js";

function errorOf(config: unknown): string {
  try {
    defineOffice(config as OfficeConfig);
    return "none";
  } catch (error) {
    if (!(error instanceof InvalidConfigError)) throw error;
    return `${error.path} | ${error.message}`;
  }
}

describe("the errors of a config", () => {
  it("are told in the words in which they were first published", () => {
    const told = Object.fromEntries(listWrongConfigs().map(({ name, config }) => [name, errorOf(config)]));
    expect(told).toEqual(texts);
  });
});
