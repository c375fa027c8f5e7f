import type { Problem } from "../message/problem.js";
import type { ChatContext } from "./chat-settings.js";
import { clip } from "./clip.js";

const longestFound = 40;
/** Room for the problems, beside an example and the days that are free. */
const longestProblems = 450;

/** A line for each problem, as many as there is room for, and how many more there are. */
export function problemLines(context: ChatContext, problems: readonly Problem[]): readonly string[] {
  const all = problems.map((problem) => problemLine(context, problem));
  let length = 0;
  const lines = all.filter((line) => {
    length += line.length;
    return length <= longestProblems;
  });
  return lines.length === all.length ? lines : [...lines, context.words.more(all.length - lines.length)];
}

function problemLine(context: ChatContext, problem: Problem): string {
  const { words, requests, desk } = context;
  const request = requests.find(({ format }) => Object.hasOwn(format.readers, problem.field));
  const reader = request?.format.readers[problem.field];
  const found = problem.found ?? "";
  const reading = problem.code === "code-foreign-character" ? desk.codes.read(found) : undefined;
  const foreign = reading?.kind === "foreign-character" ? reading : { character: "", lookAlikes: [] };
  return words.problems[problem.code]({
    ...problem,
    name: fieldName(context, problem.field),
    found: clip(found, longestFound),
    choices: (reader?.choices ?? []).map((value) => request?.officeWord(value) ?? value),
    limits: clip(problem.code === "not-accepted" ? problem.expected : (reader?.limits ?? ""), longestFound),
    mostPeople: Math.max(...requests.map(({ format }) => format.party?.most ?? 1)),
    character: foreign.character,
    lookAlikes: foreign.lookAlikes,
  });
}

/** What people call a field of any of the formats. */
export function fieldName({ requests, fieldNames }: ChatContext, field: string): string {
  const request = requests.find(({ format }) => Object.hasOwn(format.readers, field));
  const key = request?.detailKey(field) ?? field;
  return clip(fieldNames.get(key) ?? request?.format.readers[field]?.labels[0] ?? field, longestFound);
}
