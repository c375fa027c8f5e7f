import type { Kind } from "../kind.js";
import { type Layout, layoutOf } from "../versions/layout.js";
import { loadFunction, loadParameters } from "./load-function.js";
import { saveFunction } from "./save-function.js";
import { withServer } from "./statements.js";

/**
 * The server's part of a transaction, so that a batch of any size is one call to load and one to save. They have no
 * rule. They follow from the descriptions of kinds, and their names from their texts, so that processes of different
 * versions find each their own.
 */
export interface Functions {
  readonly layout: Layout;
  /** What makes them in the current schema. */
  readonly definition: string;
  /** The name of one of them. */
  readonly name: string;
  readonly load: string;
  readonly save: string;
}

/** The schema is named in each statement: behind a pooler no setting of a session lasts. */
export function functionsFor(schema: string, kinds: readonly Kind[]): Functions {
  const inOrder = [...kinds].sort((a, b) => (a.name < b.name ? -1 : 1)); // for all who know the same
  const layout = layoutOf(inOrder);
  const define = (hash: string) =>
    [loadFunction(`giliran_load${hash}`, layout), saveFunction(`giliran_save${hash}`, layout)].join("\n");
  const hash = `_${hashOf(define(""))}`;
  return {
    layout,
    definition: define(hash),
    name: `"${schema}".giliran_save${hash}`,
    load: withServer(
      `SELECT * FROM "${schema}".giliran_load${hash}(${placeholders(loadParameters(layout))})`,
    ),
    save: `SELECT "${schema}".giliran_save${hash}(${placeholders(layout.parts)})`,
  };
}

function placeholders(parameters: readonly unknown[]): string {
  return parameters.map((_, index) => `$${index + 1}`).join(", ");
}

/** FNV-1a with 64 bits, http://www.isthe.com/chongo/tech/comp/fnv/. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(36);
}
