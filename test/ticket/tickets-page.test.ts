import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { TokenVerdict } from "giliran";
import { describe, expect, it } from "vitest";

const program = "examples/door/door.ts";
const page = readFileSync("docs/tickets.md", "utf8");
const unindented = (text: string) => text.replaceAll(/\s+/g, " ");
/** The compiler asks for each; the order is that in which they apply. */
const verdicts: Record<TokenVerdict["kind"], true> = {
  "not-a-token": true,
  "unknown-key": true,
  forged: true,
  "other-office": true,
  revoked: true,
  "too-early": true,
  expired: true,
  "already-used": true,
  valid: true,
};

describe("docs/tickets.md", () => {
  it("shows parts of its program, and a label that a test has", () => {
    const sources = [program, "test/ticket/queue-number.test.ts"].map((path) => readFileSync(path, "utf8"));
    const blocks = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) =>
      code.replace(/ \/\/.*/g, ""),
    );
    expect(blocks).toHaveLength(6);
    for (const block of blocks) expect(unindented(sources.join("\n"))).toContain(unindented(block).trim());
  });

  it("has a program that lets its ticket in once", () => {
    expect(execFileSync("node_modules/.bin/tsx", [program], { encoding: "utf8" })).toMatch(
      /^\d+ characters of SVG, \d+ for print, \d+ bytes of 2030-01-07-0800-01\.png\nBEGIN:VCALENDAR\nvalid: 0800-01\nalready-used\nnot-a-token\nmoved to 2030-01-14, 2 files\n$/,
    );
  });

  it("lists every verdict, in the order in which they apply", () => {
    const listed = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
    expect(listed.filter((name) => name !== "code" && name !== "places")).toEqual(Object.keys(verdicts));
  });
});
