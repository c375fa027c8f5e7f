import { parseArgs } from "node:util";
import { memoryStore } from "giliran";
import { printReport } from "./report.js";
import { simulate } from "./simulation.js";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "30" },
    offices: { type: "string", default: "3" },
    "wrong-clocks": { type: "boolean", default: false },
  },
});
const report = await simulate({
  seed: wholeNumber("seed"),
  days: wholeNumber("days"),
  offices: wholeNumber("offices"),
  wrongClocks: values["wrong-clocks"],
  open: () => {
    const store = memoryStore();
    return { connect: () => store };
  },
});
process.stdout.write(printReport(report));
if (report.broken !== undefined) process.exitCode = 1;

function wholeNumber(name: "seed" | "days" | "offices"): number {
  const value = values[name] ?? "";
  if (!/^\d{1,9}$/.test(value)) throw new RangeError(`--${name}: expected a whole number, found ${value}`);
  return Number(value);
}
