import { readFile } from "node:fs/promises";
import { drawLimits, verifyDraw } from "giliran/draw";
import { drandQuicknet } from "giliran/draw/beacon";

/** `npm run verify-draw -- FILE [HASH]`: does a draw once more from its file, and ends with 1 where it is not right. */
const [path, announcementHash] = process.argv.slice(2);
if (path === undefined) {
  console.error("Usage: npm run verify-draw -- FILE [HASH OF THE ANNOUNCEMENT]");
  process.exit(2);
}
const text = await readFile(path, "utf8");
const verdict = verifyDraw(text, {
  beacon: drandQuicknet,
  ...(announcementHash !== undefined && { announcementHash }),
});
console.log(JSON.stringify(verdict));
if (verdict.kind === "ok" && announcementHash === undefined)
  console.log("Compare the hash with the one that was published before the round came out.");
if (verdict.kind === "too-large") console.log(`At most ${drawLimits.entries} entries can be checked.`);
if (verdict.kind !== "ok") process.exitCode = 1;
