import type { BrokenStore } from "../broken-store.js";

const saving = "store/postgres/save-functions.ts";

export const brokenPostgres: readonly BrokenStore[] = [
  {
    why: "read committed without a lock, and nobody looks at the versions",
    caughtBy: "isolates a day",
    file: saving,
    from: "coalesce(day.version, 0) <> seen.version;",
    to: "coalesce(day.version, 0) <> seen.version AND false;",
  },
  {
    why: "isolation forgets absence: who took the same turn unseen is passed over",
    caughtBy: "isolates people and senders",
    file: saving,
    from: "ORDER BY key, kind, turn;",
    to: "ORDER BY key, kind, turn ON CONFLICT DO NOTHING;",
  },
  {
    why: "isolation forgets those who were looked at only",
    caughtBy: "isolates people and senders",
    file: "store/postgres/changes.ts",
    from: "if (!taken.has(name))",
    to: 'if (!taken.has(name) && owner.kind === "sender")',
  },
  {
    why: "a second answer to a request is passed over",
    caughtBy: "isolates a request",
    file: saving,
    from: "ORDER BY key;",
    to: "ORDER BY key ON CONFLICT DO NOTHING;",
  },
  {
    why: "a code that somebody else was given meanwhile is passed over",
    caughtBy: "isolates a code",
    file: saving,
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
      const unseen = { ...seen, days: new Map(), turns: new Map(), remembered: new Map() };
      const answers = { ...decision, days: [], bookings: [], senders: [], erase: undefined };
      await query(save, ...writeChanges(unseen, answers));
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
  {
    why: "what is remembered of a sender is written over what others wrote meanwhile",
    caughtBy: "isolates what is remembered of a sender",
    file: saving,
    from: "coalesce(remembered.version, 0) <> seen.version;",
    to: "coalesce(remembered.version, 0) <> seen.version AND false;",
  },
  {
    why: "a person and a sender still lead to what is theirs no longer",
    caughtBy: "forgets the way from a person and a sender",
    file: saving,
    from: "PERFORM giliran_leave(rare -> 'lost');",
    to: "NULL;",
  },
  {
    why: "who waits is loaded in the order of codes",
    caughtBy: "loads the first who wait",
    file: "store/postgres/functions.ts",
    from: "ORDER BY waiting_turn LIMIT waiters",
    to: "ORDER BY code LIMIT waiters",
  },
  {
    why: "the bookings of an erasure are lost",
    caughtBy: "erases bookings",
    file: saving,
    from: "DELETE FROM giliran_booking WHERE",
    to: "DELETE FROM giliran_booking WHERE false AND",
  },
];
