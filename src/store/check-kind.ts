import { InvalidConfigError } from "../errors.js";
import { homeKind, type Kind, type LookUp } from "./kind.js";

/** @throws InvalidConfigError where a kind names a column or a list that it does not have. */
export function checkKind(kind: Kind): void {
  const { name, key, agedBy, lookUps, lists = {}, details = {}, beside } = kind;
  const need = (part: string, columns: readonly (string | undefined)[]) => {
    for (const column of columns)
      if (column !== undefined && !(column in kind.columns))
        throw fault(
          `kind ${name}, ${part}`,
          `columns of the kind (${Object.keys(kind.columns).join(", ")})`,
          column,
          "describe it in the kind's columns and add it to a migration, or name another",
        );
  };
  need("key", key);
  need("agedBy", [agedBy]);
  need("isolation.home", homeKind(kind)?.key ?? []);
  for (const lookUp of Object.values(lookUps) as readonly LookUp[]) {
    const part = `lookUps.${lookUp.name}`;
    need(part, [...(lookUp.by ?? []), lookUp.while, lookUp.upTo, lookUp.order]);
    if (lookUp.list !== undefined && !(lookUp.list in lists))
      throw fault(
        `kind ${name}, ${part}`,
        "a list of the kind",
        lookUp.list,
        "describe it in the kind's lists",
      );
  }
  if (beside !== undefined && !(beside.list in (beside.kind.lists ?? {})))
    throw fault(
      `kind ${name}, beside`,
      `a list of kind ${beside.kind.name}`,
      beside.list,
      "name one of its lists",
    );
  if (key.length !== 1 && Object.keys(lists).length > 0)
    throw fault(`kind ${name}, lists`, "a key of one column", key.join(", "), "lists lead to records by it");
  for (const [detail, { key: own, columns }] of Object.entries(details)) {
    const missing = own.find((column) => !(column in columns));
    if (missing !== undefined)
      throw fault(
        `kind ${name}, details.${detail}, key`,
        "columns of the detail",
        missing,
        "describe it in the detail's columns",
      );
  }
}

/** In one form: what was expected, what was found, and what to do. */
export function fault(path: string, expected: string, found: string, advice: string): InvalidConfigError {
  return new InvalidConfigError(path, `expected ${expected}, found ${found}; ${advice}`);
}
