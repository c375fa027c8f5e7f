import { runProgram } from "./run-program.js";

/** How many times the CPU time of loading luxon alone it may cost to load giliran, which loads luxon too. */
const most = 6;
const rounds = 11;

const ways = [
  { name: "import", type: "module", load: (entry: string) => `await import("${entry}")` },
  { name: "require", type: "commonjs", load: (entry: string) => `require("${entry}")` },
] as const;

type Way = (typeof ways)[number];

/** CPU milliseconds that a fresh process spends on loading an entry. */
async function cost({ type, load }: Way, entry: string): Promise<number> {
  const script = `
    const before = process.cpuUsage();
    ${load(entry)};
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);`;
  return Number(await runProgram(process.execPath, [`--input-type=${type}`, "--eval", script], "."));
}

const median = (costs: readonly number[]) => costs.toSorted((a, b) => a - b)[costs.length >> 1] ?? 0;

/** In turn, so that a busy machine slows both down alike. */
async function measure(way: Way): Promise<number> {
  const luxon: number[] = [];
  const giliran: number[] = [];
  for (let round = 0; round < rounds; round++) {
    luxon.push(await cost(way, "luxon"));
    giliran.push(await cost(way, "giliran"));
  }
  const ratio = median(giliran) / median(luxon);
  const told = `${median(giliran).toFixed(1)} ms of CPU, luxon alone ${median(luxon).toFixed(1)} ms`;
  console.log(`${way.name} of giliran: ${told}: ${ratio.toFixed(1)} times, at most ${most}`);
  return ratio;
}

for (const way of ways) if ((await measure(way)) > most) process.exitCode = 1;
