import { accountForAside, accountForHeading, namesDay } from "./asides.js";
import type { Doubt } from "./doubt.js";
import type { FieldSetting } from "./fields/field.js";
import type { Block, Piece } from "./layout.js";
import type { Lexicon } from "./lexicon.js";
import type { MessageFormat } from "./message-format.js";
import {
  type NearlyUnderstood,
  type ParsedMessage,
  type ParsedPerson,
  sureOrNot,
  wholeProblem,
} from "./parsed-message.js";
import type { Problem } from "./problem.js";
import { extraField, isSample, type RecordReading, readRecord } from "./read-record.js";
import { divideIntoRecords, type RecordShape, type WrittenRecord } from "./record.js";
import { tokenise } from "./tokens.js";

export interface RequestSetting extends FieldSetting {
  /** What came with the message. */
  readonly media: readonly unknown[];
}

type Section =
  | { readonly kind: "record"; readonly record: WrittenRecord }
  | ({ readonly kind: "aside" } & Piece);

/** Reads the blocks of a message as a request of one format. */
export function parseRequest(
  blocks: readonly Block[],
  shape: RecordShape,
  setting: RequestSetting,
): ParsedMessage {
  const { format, lexicon } = shape;
  const sections = withoutSamples(listSections(blocks, shape), shape, setting);
  const records = sections.flatMap((section) => (section.kind === "record" ? [section.record] : []));
  const last = records.at(-1);
  if (last === undefined) return wholeProblem("template", `a message like ${format.template}, filled in`);
  const asides = [
    ...records.map(({ lead }) => lead),
    ...sections.flatMap((section) => (section.kind === "aside" ? [section] : [])),
  ].filter(({ text }) => text !== "");
  const isOfDate = ({ text, index }: Piece): boolean =>
    takesMore(last, format) && index >= last.end && namesDay(text, lexicon);
  const behind = asides.filter(isOfDate);
  const names = new Set(asides.length === 0 ? [] : records.flatMap((record) => nameWords(record, format)));
  const doubts = asides
    .filter((aside) => !isOfDate(aside))
    .flatMap(({ text, index }) =>
      index < (records[0]?.index ?? 0)
        ? accountForHeading(text, index, lexicon, names).doubts
        : accountForAside(text, index, lexicon, names).doubts,
    );
  return readPeople([...records.slice(0, -1), withMore(last, behind, format)], doubts, [], format, setting);
}

/** The words of the names in a record. */
function nameWords({ values }: WrittenRecord, { fields }: MessageFormat): readonly string[] {
  const names = fields.flatMap(({ name, kind }) =>
    kind === "personName" ? (values.get(name)?.text ?? "") : [],
  );
  return names.flatMap((name) => tokenise(name.slice(0, longestName)).map(({ text }) => text));
}

/** A longer value is no name. */
const longestName = 150;

/** Reads the records of a message, one a person, beside the doubts and problems that it has anyway. */
export function readPeople(
  records: readonly WrittenRecord[],
  doubts: readonly Doubt[],
  problems: readonly Problem[],
  format: MessageFormat,
  setting: RequestSetting,
): ParsedMessage {
  const hasMedia = format.media === "optional" || setting.media.length > 0;
  const missing: Problem = {
    code: "media-missing",
    field: "media",
    index: 0,
    expected: "a picture or a document",
  };
  const all = hasMedia ? problems : [missing, ...problems];
  const parsed =
    format.party === undefined
      ? readOne(records, all, format, setting)
      : readParty(records, all, format, format.party, setting);
  return withDoubts(parsed, doubts, format);
}

/** Beside problems a doubt is one as well, so that it is not forgotten when they are mended. */
function withDoubts(parsed: ParsedMessage, doubts: readonly Doubt[], format: MessageFormat): ParsedMessage {
  const [doubt] = doubts;
  if (doubt === undefined || parsed.kind === "unsure") return parsed;
  if (parsed.kind !== "not-understood") return sureOrNot(parsed, doubts);
  const isNothing = parsed.problems.every(({ field }) => format.fields.some(({ name }) => name === field));
  if (isNothing && parsed.nearly === undefined)
    return wholeProblem("not-a-request", `a message like ${format.template}`);
  return {
    kind: "not-understood",
    problems: [...parsed.problems, extraField(format, doubt.text, doubt.index)].sort(byIndex),
  };
}

function byIndex(one: Problem, other: Problem): number {
  return one.index - other.index;
}

function listSections(blocks: readonly Block[], shape: RecordShape): readonly Section[] {
  return blocks.flatMap((block): readonly Section[] =>
    block.kind === "aside"
      ? [block]
      : divideIntoRecords(block.lead, block.pieces, shape).map((record) => ({ kind: "record", record })),
  );
}

/** Leaves out templates and examples, and what introduces them. */
function withoutSamples(
  sections: readonly Section[],
  { format, lexicon }: RecordShape,
  setting: FieldSetting,
): readonly Section[] {
  const kept: Section[] = [];
  for (const section of sections) {
    const isLeftOut =
      section.kind === "record" &&
      (isCalledExample(section.record, kept.at(-1), lexicon) || isSample(section.record, format, setting));
    if (!isLeftOut) kept.push(section);
    else if (!kept.some(({ kind }) => kind === "record")) kept.length = 0;
  }
  return kept;
}

/** "Contoh: #Ahmad#…", on one line or on two. */
function isCalledExample(
  { lead }: WrittenRecord,
  before: Section | undefined,
  { exampleWords }: Lexicon,
): boolean {
  const introduction = lead.text === "" && before?.kind === "aside" ? before.text : lead.text;
  const words = tokenise(introduction).filter(({ kind }) => kind !== "mark");
  return (
    exampleWords.has(words.at(-1)?.text ?? "") || (lead.text !== "" && exampleWords.has(words[0]?.text ?? ""))
  );
}

/** A day named behind the message may change the date that stands last: "… atau 21-11-2017". */
function takesMore({ values }: WrittenRecord, { fields }: MessageFormat): boolean {
  const last = fields.at(-1);
  return last?.kind === "arrivalDate" && values.has(last.name);
}

function withMore(record: WrittenRecord, behind: readonly Piece[], { fields }: MessageFormat): WrittenRecord {
  const name = fields.at(-1)?.name ?? "";
  const value = record.values.get(name);
  if (value === undefined || behind.length === 0) return record;
  const lines = [value, ...behind];
  const text = lines.map((piece) => piece.text).join("\n");
  return { ...record, values: new Map([...record.values, [name, { ...value, text, lines }]]) };
}

function readOne(
  records: readonly WrittenRecord[],
  problems: readonly Problem[],
  format: MessageFormat,
  setting: FieldSetting,
): ParsedMessage {
  const [first, ...others] = records.map((record) => readRecord(record, format, setting));
  if (first === undefined) return wholeProblem("not-a-request", `a message like ${format.template}`);
  const isSame = (other: RecordReading): boolean =>
    JSON.stringify(other.values) === JSON.stringify(first.values);
  if (others.length > 0 && !(first.problems.length === 0 && others.every(isSame)))
    return wholeProblem("several-people", `one ${format.template} in a message`, records[1]?.index);
  return requestOf([first], [...problems, ...first.problems], format);
}

/** Every line is a person; what all share must agree, and stands in the first line at least. */
function readParty(
  records: readonly WrittenRecord[],
  problems: readonly Problem[],
  format: MessageFormat,
  { most, shared }: { readonly most: number; readonly shared: readonly string[] },
  setting: FieldSetting,
): ParsedMessage {
  if (records.length > most)
    return wholeProblem("several-people", `at most ${most} people in a message`, records[most]?.index);
  const common = [...(records[0]?.values ?? [])].filter(([name]) => shared.includes(name));
  const readings = records.map((record) =>
    readRecord({ ...record, values: new Map([...common, ...record.values]) }, format, setting),
  );
  const [first] = readings;
  const differing = readings.flatMap(({ values, evidence }) =>
    shared.flatMap((name): readonly Problem[] => {
      const isSame = values[name] === undefined || values[name] === first?.values[name];
      const { text: found = "", index = 0 } = evidence[name] ?? {};
      return isSame
        ? []
        : [{ code: "ambiguous", field: name, index, expected: "the same for all people", found }];
    }),
  );
  return requestOf(
    readings,
    [...problems, ...readings.flatMap((reading) => reading.problems), ...differing],
    format,
  );
}

function requestOf(
  people: readonly RecordReading[],
  problems: readonly Problem[],
  format: MessageFormat,
): ParsedMessage {
  const [first] = people;
  if (first === undefined || problems.length > 0)
    return {
      kind: "not-understood",
      problems: [...problems].sort(byIndex),
      ...nearlyUnderstood(people, problems, format),
    };
  const persons: readonly ParsedPerson[] = people.map(({ values, evidence }) => ({ values, evidence }));
  return { kind: "request", format, values: first.values, evidence: first.evidence, people: persons };
}

/** What of one person's request need not be said again; what is wrong with the message as such spoils all of it. */
function nearlyUnderstood(
  people: readonly RecordReading[],
  problems: readonly Problem[],
  format: MessageFormat,
): { readonly nearly?: NearlyUnderstood } {
  const [first, ...others] = people;
  if (first === undefined || others.length > 0 || Object.keys(first.values).length === 0) return {};
  const wrong = [...new Set(problems.map(({ field }) => field))];
  const isCorrigible = wrong.every((name) => name === "media" || Object.hasOwn(format.readers, name));
  if (!isCorrigible) return {};
  const arrival = format.fields.find(({ kind }) => kind === "arrivalDate")?.name ?? "";
  const time = first.evidence[arrival]?.time;
  return { nearly: { format, people: [first.values], wrong, ...(time && { time }) } };
}
