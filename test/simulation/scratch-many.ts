import { memoryStore } from "giliran";
import { printReport } from "./report.js";
import { simulate } from "./simulation.js";

const [from = "1", to = "50", days = "25", offices = "2"] = process.argv.slice(2);
const t = performance.now();
let actions = 0;
for (let seed = Number(from); seed <= Number(to); seed++) {
  const report = await simulate({
    seed,
    days: Number(days),
    offices: Number(offices),
    open: () => {
      const store = memoryStore();
      return { connect: () => store };
    },
  });
  actions += report.actions;
  if (report.broken) {
    console.log(seed, report.broken, report.days);
    if (process.env.STOP) {
      console.log(printReport(report));
      break;
    }
  }
}
console.log(actions, "actions", process.cpuUsage().user / 1000, Math.round(performance.now() - t), "ms");
