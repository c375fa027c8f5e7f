import type { BrokenStore } from "./broken-store.js";

const statements = "store/sqlite/statements.ts";

export const brokenSqlite: readonly BrokenStore[] = [
  {
    why: "the time of a day stays that of its first decision",
    caughtBy: "keeps the time of a day",
    file: statements,
    from: "ON CONFLICT DO UPDATE SET decided_at = excluded.decided_at, record = excluded.record",
    to: "ON CONFLICT DO UPDATE SET record = json_set(excluded.record, '$.decidedAt', decided_at)",
  },
  {
    why: "what is due is looked for by the time of the batch, without the tolerance",
    caughtBy: "finds what is due",
    file: "store/sqlite-store.ts",
    from: "scope.dueBy)",
    to: "scope.now)",
  },
  {
    why: "a page begins once more with the last booking of the page before",
    caughtBy: "gives pages",
    file: statements,
    from: "WHERE sender = ? AND code > ?",
    to: "WHERE sender = ? AND code >= ?",
  },
];
