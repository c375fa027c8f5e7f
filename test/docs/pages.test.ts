import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { indonesian } from "giliran";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(path, "utf8");
const codeBlocks = (page: string) =>
  [...read(page).matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => code);

/** Runs an example as a reader would, in an empty folder. */
function runExample(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), "giliran-example-"));
  try {
    return execFileSync(
      resolve("node_modules/.bin/tsx"),
      ["--tsconfig", resolve("tsconfig.json"), resolve(path)],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, GILIRAN_SECRET: "the secret of the examples" },
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the README", () => {
  it("shows the file of its example", () => {
    expect(codeBlocks("README.md")).toEqual([read("examples/first-booking.ts")]);
  });

  it("has an example that ends with a queue number", () => {
    expect(runExample("examples/first-booking.ts")).toMatch(/Nomor antrian Anda: 0800-01/);
  });
});

describe("docs/getting-started.md", () => {
  it("shows the parts of its program", () => {
    const program = read("examples/getting-started.ts");
    for (const code of codeBlocks("docs/getting-started.md")) expect(program).toContain(code);
  });

  it("has a program that answers a message and holds a place", () => {
    const printed = runExample("examples/getting-started.ts");
    expect(printed).toMatch(/^to 62812, with [1-9]\d+ bytes of picture:\nNama: AHMAD$/m);
    expect(printed).toMatch(/^[2-9B-Z]{8} \d\d:\d\d$/m);
  });
});

describe("docs/outcomes.md", () => {
  it.each(["hold", "confirm", "cancel"] as const)("lists how desk.%s can end", (action) => {
    const section =
      read("docs/outcomes.md")
        .split("\n## ")
        .find((part) => part.startsWith(`\`desk.${action}\``)) ?? "";
    const listed = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
    const unworded = action === "hold" ? [] : ["other-sender"];
    expect(listed.toSorted()).toEqual([...Object.keys(indonesian[action]), ...unworded].sort());
  });
});
