import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { outcomeKinds } from "./outcome-kinds.js";
import { codeBlocks, runExample } from "./run-example.js";

const read = (path: string) => readFileSync(path, "utf8");

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
  it.each(Object.entries(outcomeKinds()))(
    "lists how desk.%s can end, in the order of the union",
    (action, kinds) => {
      const section =
        read("docs/outcomes.md")
          .split("\n## ")
          .find((part) => part.startsWith(`\`desk.${action}\``)) ?? "";
      const listed = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
      expect(listed).toEqual(kinds);
    },
  );

  it("has a table for each action", () => {
    const tables = [...read("docs/outcomes.md").matchAll(/^## `desk\.(\w+)`$/gm)].map(([, action]) => action);
    expect(tables).toEqual(Object.keys(outcomeKinds()));
    expect(outcomeKinds().hold).toContain("day-full");
  });
});

describe.each([
  [
    "life-of-a-booking",
    "waiting at 1\ncancelled\nto 62813: offer of 2017-08-08 08:00\nconfirmed 0800-02 on 2017-08-08\n",
  ],
  ["privacy", "held\n1 booking, then 0\nrequest-id-conflict\n"],
])("docs/%s.md", (page, printed) => {
  it("shows the parts of its program", () => {
    const blocks = codeBlocks(`docs/${page}.md`);
    expect(blocks).toHaveLength(3);
    for (const block of blocks) expect(read(`examples/${page}.ts`)).toContain(block);
  });

  it("has a program that does what the page says", () => {
    expect(runExample(`examples/${page}.ts`)).toBe(printed);
  });
});
