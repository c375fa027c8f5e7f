import type { BrokenStore } from "../broken-store.js";

const functions = "store/postgres/functions.ts";

export const brokenPostgres: readonly BrokenStore[] = [
  {
    why: "read committed without a lock, and nobody looks at the versions",
    caughtBy: "isolates a day",
    file: functions,
    from: "IF FOUND THEN",
    to: "IF FOUND AND false THEN",
  },
  {
    why: "isolation forgets absence: who took the same turn unseen is passed over",
    caughtBy: "isolates people and senders",
    file: functions,
    from: "ORDER BY key, kind, turn;",
    to: "ORDER BY key, kind, turn ON CONFLICT DO NOTHING;",
  },
  {
    why: "isolation forgets those who were looked at only",
    caughtBy: "isolates people and senders",
    file: "store/postgres/changes.ts",
    from: "rows.push({ kind, key, turn: turn + 1 });",
    to: "continue;",
  },
  {
    why: "a second answer to a request is passed over",
    caughtBy: "isolates a request",
    file: functions,
    from: "(key text, code text, at bigint, record json) ORDER BY key;",
    to: "(key text, code text, at bigint, record json) ORDER BY key ON CONFLICT DO NOTHING;",
  },
  {
    why: "a code that somebody else was given meanwhile is passed over",
    caughtBy: "isolates a code",
    file: functions,
    from: "ORDER BY code;",
    to: "ORDER BY code ON CONFLICT DO NOTHING;",
  },
  {
    why: "a write outside the transaction",
    caughtBy: "shows all of a decision or nothing of it",
    file: "store/postgres-store.ts",
    from: "await query(save, ...writeChanges(seen, decision));",
    to: `{
      await query(save, ...writeChanges(seen, { ...decision, answers: [] }));
      await query(save, "[]", "[]", "[]", "[]", "[]", writeChanges(seen, decision)[5] ?? "[]");
    }`,
  },
  {
    why: "a retry that repeats the effect: what was committed is decided again",
    caughtBy: "saves a decision that had to run again once",
    file: "store/postgres-store.ts",
    from: 'if (!("widen" in decision)) return decision.result;',
    to: `if (!("widen" in decision) && tries++ !== 2) return decision.result;
          if (!("widen" in decision)) continue;`,
  },
];
