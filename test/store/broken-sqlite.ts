import type { SourceChange } from "../rules/break-module.js";
import type { BrokenStore } from "./broken-store.js";

const statements = "store/sqlite/statements.ts";
const store = "store/sqlite/sqlite-store.ts";

export const brokenSqlite: readonly (BrokenStore & SourceChange)[] = [
  {
    why: "what is due is looked for by the time of the batch, without the tolerance",
    caughtBy: "finds what is due in a home",
    file: statements,
    from: "[dueBy]",
    to: "[now]",
  },
  {
    why: "of what has an order the first alone is found",
    caughtBy: "finds the first in the order",
    file: statements,
    from: "} LIMIT ?)`",
    to: "} LIMIT 1 + 0 * ?)`",
  },
  {
    why: "a page begins once more with the last record of the page before",
    caughtBy: "gives pages of what a list has",
    file: statements,
    from: "} > ?`].join",
    to: "} >= ?`].join",
  },
  {
    why: "a list leads to a record from a value that it has no longer",
    caughtBy: "finds a record by a list no longer than it has the value",
    file: store,
    from: "[...lost, ...old",
    to: "[...old",
  },
  {
    why: "any conflict is one of the key",
    caughtBy: "refuses a number that is given twice",
    file: statements,
    from: "ON CONFLICT (",
    to: "ON CONFLICT -- (",
  },
];
