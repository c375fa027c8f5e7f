import type { BrokenCalls } from "../broken-store.js";

export const brokenPostgres: readonly BrokenCalls[] = [
  {
    why: "read committed without a lock, and nobody looks at the versions",
    caughtBy: "isolates all of a home",
    from: 'coalesce("floor".version, 0) <> seen.version',
    to: "false",
  },
  {
    why: "isolation forgets absence: who took the same turn unseen is passed over",
    caughtBy: "isolates the values of a list, also",
    from: "ORDER BY value, list, turn;",
    to: "ORDER BY value, list, turn ON CONFLICT DO NOTHING;",
  },
  {
    why: "isolation forgets those who were looked at only",
    caughtBy: "isolates values that are looked at",
    from: "ORDER BY value, list, turn;",
    to: "WHERE key IS NOT NULL ORDER BY value, list, turn;",
  },
  {
    why: "a second record of a key is passed over",
    caughtBy: "isolates what is written once",
    from: 'ORDER BY "key";',
    to: 'ORDER BY "key" ON CONFLICT DO NOTHING;',
  },
  {
    why: "a code that somebody else was given meanwhile is passed over",
    caughtBy: "isolates a key that nothing has",
    from: 'ORDER BY "code";',
    to: 'ORDER BY "code" ON CONFLICT DO NOTHING;',
  },
  {
    why: "what is remembered beside a list is written over what others wrote meanwhile",
    caughtBy: "isolates what is remembered beside a list",
    from: 'coalesce("guest".version, 0) <> seen.version',
    to: "false",
  },
  {
    why: "a value of a list still leads to what has it no longer",
    caughtBy: "finds a record by a list no longer",
    from: "AND key = ANY (gone.keys)",
    to: "AND false",
  },
  {
    why: "who waits is found in the order of codes",
    caughtBy: "finds the first in the order",
    from: 'ORDER BY "turn" LIMIT',
    to: 'ORDER BY "code" LIMIT',
  },
  {
    why: "the keys of an erasure are lost",
    caughtBy: "erases records by their keys",
    from: 'WHERE old."code" = gone."code"',
    to: "WHERE false",
  },
];
