import { readCode } from "./code.js";
import { readCommand } from "./command.js";
import { readDelimited } from "./delimited.js";
import { readLabelled } from "./labelled.js";
import { readPartial } from "./partial.js";
import { readPlain } from "./plain.js";
import { readQuestion } from "./question.js";
import type { MessageReader } from "./reader.js";
import { readSeparated } from "./separated.js";

/** Every shape of message that is read, in the order in which they are tried. A new shape is one entry. */
export const readers: readonly MessageReader[] = [
  readPlain,
  readLabelled,
  readDelimited,
  readCommand,
  readCode,
  readQuestion,
  readSeparated,
  readPartial,
];
