import type { TimeOfDay } from "./dates/time-of-day.js";
import type { Field, FieldReading, FieldSetting, Value } from "./fields/field.js";
import type { FormatField, MessageFormat, Values } from "./message-format.js";
import { isPlaceholder } from "./placeholder.js";
import type { Problem } from "./problem.js";
import type { WrittenRecord, WrittenValue } from "./record.js";
import { tokenise, wordsOf } from "./tokens.js";

/** Where a value came from. */
export interface ValueEvidence {
  /** The text that was read, without its label. */
  readonly text: string;
  /** Where in the message, in UTF-16 units. */
  readonly index: number;
  /** `assumed` where a part was left out or misspelt, such as a date's century. */
  readonly basis: "stated" | "assumed";
  /** Of a date, the time of day that was said with it: `besok jam 9`. */
  readonly time?: TimeOfDay;
}

/** By field. */
export type Evidence = Readonly<Record<string, ValueEvidence>>;

export interface RecordReading {
  readonly values: Values;
  readonly evidence: Evidence;
  readonly problems: readonly Problem[];
}

const longestFound = 100;

/** Reads each field by itself, so that all problems come at once. */
export function readRecord(
  record: WrittenRecord,
  format: MessageFormat,
  setting: FieldSetting,
): RecordReading {
  const values: Record<string, Value> = {};
  const evidence: Record<string, ValueEvidence> = {};
  const problems: Problem[] = [];
  for (const field of format.fields) {
    const piece = record.values.get(field.name);
    const reader = format.readers[field.name];
    if (reader === undefined) continue;
    if (piece === undefined) {
      if (field.presence === "required") problems.push(missing(field, record.end));
      continue;
    }
    const reading = check(reader, reader.read(piece.text, setting));
    if (reading.kind === "value") {
      values[field.name] = reading.value;
      const { basis, time } = reading;
      const said = time && { ...time, index: placeIn(piece, time.index) };
      evidence[field.name] = { text: piece.text, index: piece.index, basis, ...(said && { time: said }) };
    } else {
      const { code, expected, readings } = reading;
      problems.push({
        code,
        field: field.name,
        index: piece.index,
        expected,
        ...(readings !== undefined && { readings }),
        found: piece.text.slice(0, longestFound),
      });
    }
  }
  const [extra] = record.extra;
  if (extra !== undefined) problems.push(beyond(record.extra.length, format, extra.text, extra.index));
  return { values, evidence, problems };
}

/** Where in the message a place in a value is; lines of it may have stood apart. */
function placeIn({ index, lines = [] }: WrittenValue, offset: number): number {
  let from = 0;
  for (const { text, index: lineIndex } of lines) {
    if (offset <= from + text.length) return lineIndex + offset - from;
    from += text.length + 1;
  }
  return index + offset;
}

/** Whether a record is the format's template or example: every value is one of theirs, and one is a placeholder. */
export function isSample(record: WrittenRecord, format: MessageFormat, setting: FieldSetting): boolean {
  const pieces = [...record.values];
  if (pieces.length < Math.min(2, format.fields.length)) return false;
  if (!pieces.some(([, { text }]) => isPlaceholder(text, setting.lexicon))) return false;
  return pieces.every(([name, { text }]) => {
    const reader = format.readers[name];
    if (reader === undefined || isPlaceholder(text, setting.lexicon)) return true;
    const reading = reader.read(text, setting);
    if (reader.kind === "arrivalDate" && reading.kind === "problem") return reading.code === "in-the-past";
    return wordsOf(tokenise(text)) === wordsOf(tokenise(reader.example(setting)));
  });
}

export function extraField(format: MessageFormat, found: string, index: number): Problem {
  const expected = `nothing but ${format.template}`;
  return { code: "extra-field", field: "whole", index, expected, found: found.slice(0, longestFound) };
}

/** As many values again as there are fields are another person's. */
function beyond(count: number, format: MessageFormat, found: string, index: number): Problem {
  const problem = extraField(format, found, index);
  return count < format.fields.length ? problem : { ...problem, code: "several-people" };
}

function missing({ name, kind }: FormatField, index: number): Problem {
  return { code: "missing", field: name, index, expected: `a value for ${name} (${kind})` };
}

function check({ schema }: Field, reading: FieldReading): FieldReading {
  if (schema === undefined || reading.kind === "problem") return reading;
  const result = schema["~standard"].validate(reading.value);
  if (result instanceof Promise) throw new TypeError("Expected a field's schema to be synchronous.");
  if (result.issues !== undefined)
    return {
      kind: "problem",
      code: "not-accepted",
      expected: result.issues.map(({ message }) => message).join("; "),
    };
  const { value } = result;
  if (typeof value !== "string" && typeof value !== "number")
    throw new TypeError(`Expected a field's schema to give a text or a number, found ${typeof value}.`);
  return { ...reading, value };
}
