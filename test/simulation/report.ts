import type { Broken } from "./verdict.js";

/** What a simulation did and found; equal for equal seeds. */
export interface Report {
  readonly seed: number;
  readonly days: number;
  readonly offices: number;
  /** Calls that people, staff and programs made, each delivery once. */
  readonly actions: number;
  readonly commits: number;
  /** By action and kind. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly faults: ReadonlyMap<string, number>;
  readonly broken: Broken | undefined;
  /** The last things that were done, where a rule was broken. */
  readonly lastSteps: readonly string[];
}

export function printReport(report: Report): string {
  const { seed, days, offices, actions, commits, outcomes, faults, broken, lastSteps } = report;
  const lines = [`seed ${seed}: ${days} days, ${offices} offices, ${actions} actions, ${commits} commits`];
  for (const [action, kinds] of sorted(outcomes)) lines.push(`  ${action}: ${counted(kinds)}`);
  lines.push(`faults: ${counted(faults)}`);
  if (broken === undefined) lines.push("all rules hold");
  else lines.push(`${broken.rule} is broken: ${broken.what}`, "the last steps:", ...lastSteps.map(indented));
  return `${lines.join("\n")}\n`;
}

function counted(counts: ReadonlyMap<string, number>): string {
  return sorted(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function sorted<T>(counts: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function indented(line: string): string {
  return `  ${line}`;
}
