import { benchLanes } from "./scale/lanes.js";
import { benchProcesses } from "./scale/processes-on.js";

/**
 * What more offices and more processes cost: `npm run bench -- scale [lanes | processes | flood] [postgres | redis |
 * sqlite] [folder of another build]`. Only the ratios within one run are worth keeping.
 */
const asked = process.argv.slice(3);
const folder = asked.find((one) => /[./]/.test(one));
const parts = { lanes: benchLanes, processes: benchProcesses };
const names = Object.keys(parts);
const stores = asked.filter((one) => one !== folder && !names.includes(one));
for (const [name, run] of Object.entries(parts))
  if (!asked.some((one) => names.includes(one)) || asked.includes(name)) await run(stores, folder);
