import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

const page = "docs/storage.md";

/** The page has this in the one place that the pattern finds. `GILIRAN_WRITE=docs` writes it there. */
export function expectOnStoragePage(place: RegExp, measured: string): void {
  const text = readFileSync(page, "utf8");
  expect(text).toMatch(place);
  const written = text.replace(place, () => measured);
  if (process.env.GILIRAN_WRITE === "docs") writeFileSync(page, written);
  expect(text).toBe(written);
}

export function tableRow(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
