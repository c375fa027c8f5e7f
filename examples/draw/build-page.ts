import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = new URL("page/", import.meta.url);

/** The page that verifies a draw, as one file that asks nobody for anything. */
export async function buildPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("verify-page.js", folder))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    platform: "browser",
    charset: "utf8",
    write: false,
  });
  // A script ends at the first such letters, wherever they stand in it.
  const script = (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
  const style = await readFile(new URL("verify-page.css", folder), "utf8");
  const page = await readFile(new URL("verify-page.html", folder), "utf8");
  return page.replace("/* style */", () => style).replace("/* script */", () => script);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = process.argv[2] ?? "verify-draw.html";
  await writeFile(path, await buildPage());
  console.log(`${path} verifies draws; it is one file and needs no server.`);
}
