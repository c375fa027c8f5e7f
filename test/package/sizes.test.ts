import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, inject, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const programs = manifest["size-limit"].flatMap((budget) =>
  "import" in budget ? [{ name: budget.name, names: budget.import, limit: budget.limit }] : [],
);

/** The same budgets as of the build, in a folder where nothing is installed but the package. */
it.each(programs)("$name is at most $limit of a bundle", async ({ names, limit }) => {
  const contents = `import ${names} from "giliran"; console.log(${names});`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: inject("folder") },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const kilobytes = gzipSync(outputFiles[0]?.contents ?? "").length / 1000;
  console.log(`${kilobytes.toFixed(1)} kB`);
  expect(kilobytes).toBeGreaterThan(1);
  expect(kilobytes).toBeLessThanOrEqual(Number.parseFloat(limit));
});
