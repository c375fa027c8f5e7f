import { readFileSync } from "node:fs";

/** One of the inputs that were made after public bug reports; `README.md` beside this file explains the notation. */
export interface ReportedCase {
  readonly id: string;
  readonly kind: "message" | "date" | "chat";
  readonly today: string;
  readonly inputs: readonly ReportedStep[];
  readonly expected: string;
  readonly today_verdict: "ok" | "A" | "C" | "D";
  readonly source: string;
}

export type ReportedStep =
  | string
  | readonly [who: string, text: string]
  | readonly [who: string, text: string, how: { readonly quote?: boolean; readonly wait?: number }];

export type Verdict = "right" | "wrong act" | "wrong reason" | "refused";

export interface Played {
  readonly id: string;
  readonly verdict: Verdict;
  readonly got: string;
}

const folder = new URL("./", import.meta.url);

export function reportedCases(kind: ReportedCase["kind"]): readonly ReportedCase[] {
  return readJson<readonly ReportedCase[]>("reported.json").filter((each) => each.kind === kind);
}

/** Those that don't come out as expected yet. The list may only shrink. */
export function knownFailures(kind: ReportedCase["kind"]): readonly string[] {
  return readJson<Readonly<Record<ReportedCase["kind"], readonly string[]>>>("reported-known.json")[kind];
}

function readJson<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Content;
}

/** How many came out how, and those that did not come out right. */
export function scoreOf(kind: string, played: readonly Played[], cases: readonly ReportedCase[]): string {
  const count = (verdict: Verdict) => played.filter((each) => each.verdict === verdict).length;
  const verdicts: readonly Verdict[] = ["right", "wrong act", "wrong reason", "refused"];
  const failing = played.filter(({ verdict }) => verdict !== "right");
  const lines = failing.map(({ id, verdict, got }) => {
    const { inputs = [], expected = "", today_verdict: before } = cases.find((each) => each.id === id) ?? {};
    return `  ${id} ${verdict} (${before}): ${JSON.stringify(inputs)}: expected ${expected}, got ${got}`;
  });
  const score = verdicts.map((verdict) => `${verdict} ${count(verdict)}`).join(", ");
  return [`${kind}: ${score} of ${played.length}`, ...lines].join("\n");
}
