export { InvalidConfigError } from "../errors.js";
export { englishVocabulary } from "../languages/english/english-vocabulary.js";
export { indonesianVocabulary } from "../languages/indonesian/indonesian-vocabulary.js";
export { completeRequest } from "./complete-request.js";
export type { DateReading } from "./dates/read-date.js";
export { field } from "./field.js";
export type { Field, FieldKind, FieldOptions, Value } from "./fields/field.js";
export type { CommandName, DateOrder, DatePartName, Language, WeekdayRule } from "./language.js";
export {
  defineMessageFormat,
  type FormatField,
  type MessageFormat,
  type MessageFormatOptions,
  type Values,
} from "./message-format.js";
export { parseDate } from "./parse-date.js";
export { type MessageReference, parseMessage } from "./parse-message.js";
export type { NearlyUnderstood, ParsedMessage, ParsedPerson } from "./parsed-message.js";
export { type Problem, type ProblemCode, problemCodes } from "./problem.js";
export type { Evidence, ValueEvidence } from "./read-record.js";
