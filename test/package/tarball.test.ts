import { readFileSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const { files, size, unpackedSize } = inject("tarball");
const folder = inject("folder");
const words = (path: string) => readFileSync(path, "utf8").trim().split(/\s+/).join(" ");

describe("the tarball", () => {
  it("holds the build, the papers and nothing else", () => {
    console.log(`${files.length} files, ${size} bytes packed, ${unpackedSize} bytes unpacked`);
    for (const file of files) console.log(`${String(file.size).padStart(8)} ${file.path}`);
    const papers = ["CHANGELOG.md", "LICENSE", "README.md", "docs/third-party.md", "package.json"];
    const others = files
      .map(({ path }) => path)
      .filter((path) => !/^dist\/((parts|draw)\/)?[\w-]+(\.d)?\.(js|cjs|ts|cts)$/.test(path));
    expect(others.sort()).toEqual(papers);
  });

  it("brings luxon along and nothing else", () => {
    const installed = JSON.parse(readFileSync(`${folder}/node_modules/giliran/package.json`, "utf8"));
    expect(Object.keys(installed.dependencies)).toEqual(["luxon"]);
  });

  it.each(manifest.tsup.noExternal)("holds the licence of %s, which is part of the build", (name) => {
    const [, packageName] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? [];
    const licence = words(`node_modules/${packageName}/LICENSE`);
    expect(licence).toContain("Copyright");
    expect(words(`${folder}/node_modules/giliran/docs/third-party.md`)).toContain(licence);
  });
});
