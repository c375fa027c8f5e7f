import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";

const resolveDir = fileURLToPath(new URL("../..", import.meta.url));
let library = "";

/** The library as one module, as it is published: what is dropped is dropped statement by statement. */
beforeAll(async () => {
  library = await bundle('export * from "./src/index.ts"', []);
});

async function bundle(contents: string, plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: "esm",
    target: "es2022",
    packages: "external",
    write: false,
    plugins,
  });
  return outputFiles[0]?.text ?? "";
}

/** What is left of the library in a program that uses these names of it. */
async function bundleOf(...names: readonly string[]): Promise<string> {
  const asOneModule: Plugin = {
    name: "library",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^giliran$/ }, ({ path }) => ({ path, namespace: "library" }));
      onLoad({ filter: /^giliran$/, namespace: "library" }, () => ({ contents: library, resolveDir }));
    },
  };
  const list = names.join(", ");
  return bundle(`import { ${list} } from "giliran"; console.log(${list});`, [asOneModule]);
}

const indonesianSentence = "Nomor antrian Anda";
const englishSentence = "Your queue number";
const indonesianCommand = "dibatalkan";

describe("a bundle", () => {
  it("has both languages where a program uses both", async () => {
    const text = await bundleOf("indonesian", "english");
    expect(text).toContain(indonesianSentence);
    expect(text).toContain(englishSentence);
  });

  it("has no English sentences where a program speaks Indonesian", async () => {
    const text = await bundleOf("createChat", "createDesk", "defineMessageFormat", "indonesian");
    expect(text).toContain(indonesianSentence);
    expect(text).not.toContain(englishSentence);
  });

  it("has no Indonesian where a program speaks English and reads what it names", async () => {
    const text = await bundleOf("english", "createDesk");
    expect(text).toContain(englishSentence);
    expect(text).not.toContain(indonesianSentence);
    expect(text).not.toContain(indonesianCommand);
  });

  it("has no language where a program has no chat", async () => {
    const text = await bundleOf("createDesk", "memoryStore", "defineOffice");
    expect(text).not.toContain(indonesianSentence);
    expect(text).not.toContain(englishSentence);
    expect(text).not.toContain(indonesianCommand);
  });
});
