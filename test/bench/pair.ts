import { loadBuild } from "./pair/build.js";
import { compareSpeed, compareWeight, type Pair } from "./pair/measure.js";
import { storages } from "./pair/storages.js";

/**
 * This build beside another one, in speed and in what a booking takes: `npm run bench -- pair <folder of a build or of
 * its package> [memory | sqlite | postgres | redis …]`.
 */
const [, , , folder, ...asked] = process.argv;
if (folder === undefined)
  throw new Error("Expected the folder of another build, as in: npm run bench -- pair ../old/dist");
const pair: Pair = [await loadBuild("."), await loadBuild(folder)];

for (const [name, start] of Object.entries(storages)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const storage = await start();
  if ("missingBecause" in storage) {
    console.log(`${name} is left out: ${storage.missingBecause}`);
    continue;
  }
  try {
    console.log(`\n${storage.title}: this build beside ${folder}`);
    await compareSpeed(pair, storage);
    await compareWeight(pair, storage);
  } finally {
    await storage.stop();
  }
}
