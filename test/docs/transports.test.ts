import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/transports.md", "utf8");
const rows = [
  ...page.matchAll(/^\| \[`([\w-]+)`\]\(\.\.\/examples\/([\w-]+)\)[^|]* \| (\w+) \| (.*?) \| (\w+) \|/gm),
].map(([, name = "", folder = "", buttons = "", sends = "", text = ""]) => ({
  name,
  folder,
  buttons,
  sends,
  text,
}));
const transports = readdirSync("examples").filter((name) => existsSync(join("examples", name, "main.ts")));
const sourceOf = (folder: string) =>
  readdirSync(join("examples", folder))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join("examples", folder, name), "utf8"))
    .join("\n");

describe("docs/transports.md", () => {
  it("has a row for each transport, which has a README and a test", () => {
    expect(rows.map(({ folder }) => folder).sort()).toEqual(transports.sort());
    for (const { name, folder } of rows) {
      expect(name).toBe(folder);
      expect(readFileSync(`examples/${folder}/README.md`, "utf8")).toContain(
        `npx tsx examples/${folder}/main.ts`,
      );
      expect(existsSync(`test/examples/transports/${folder}.test.ts`)).toBe(true);
    }
  });

  it.each(rows)("states the limits of $name as its code has them", ({ folder, buttons, sends, text }) => {
    const source = sourceOf(folder);
    const limits = /limits(?:: ChannelLimits)? = \{ (.*) \};/.exec(source)?.[1];
    if (limits === undefined) return expect([buttons, text]).toEqual(["any", "any"]);
    const [size = "", unit] = sends.split(" ");
    const button = size === "–" ? "" : `${unit === "bytes" ? "buttonBytes" : "buttonLength"}: ${size}, `;
    expect(limits).toBe(`buttons: ${buttons}, ${button}textLength: ${text}`);
  });

  it("shows code that a transport has", () => {
    const blocks = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => code);
    for (const code of blocks) expect(sourceOf("line")).toContain(code);
    expect(blocks.length).toBeGreaterThan(2);
  });
});
