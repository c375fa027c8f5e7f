import { readdirSync } from "node:fs";

/** `npm run bench -- barcodes` runs the file of that name in this folder; without a name it lists them. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => name !== "bench");
const name = process.argv[2];
if (name !== undefined && names.includes(name)) await import(`./${name}.ts`);
else {
  console.error(`Usage: npm run bench -- <${names.join(" | ")}>`);
  process.exitCode = 1;
}
