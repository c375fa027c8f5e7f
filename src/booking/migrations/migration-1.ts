import type { Migration } from "../../store/kind.js";

/** The first tables. Texts compare by their bytes, as in JavaScript; `record` is the truth, the columns find it. */
export const migration1: Migration = [
  {
    kind: "table",
    table: {
      name: "day",
      columns: { officeId: "text", date: "text", decidedAt: "instant" },
      key: ["officeId", "date"],
      record: true,
      versioned: true,
    },
  },
  {
    // C1 once more: what is taken never passes the stored ceiling.
    kind: "table",
    table: {
      name: "placeCount",
      columns: {
        officeId: "text",
        date: "text",
        window: "text",
        pool: "text",
        taken: "integer",
        ceiling: "integer",
      },
      key: ["officeId", "date", "window", "pool"],
      record: false,
      checks: ["taken BETWEEN 0 AND ceiling"],
    },
  },
  {
    kind: "table",
    table: {
      name: "booking",
      columns: {
        officeId: "text",
        date: "text",
        code: "text",
        window: "text",
        pool: "text",
        places: "integer",
        state: "text",
        occupies: "boolean",
        sequence: "integer?",
        sender: "list",
        dueAt: "instant?",
        noticeAt: "instant?",
        waitingTurn: "integer?",
        liveUntil: "instant?",
      },
      key: ["code"],
      record: true,
      // C6 once more: a number is given once.
      unique: { number: ["officeId", "date", "window", "sequence"] },
      indexes: {
        day: ["officeId", "date", "dueAt"],
        due: ["dueAt"],
        notice: ["noticeAt"],
        waiting: ["officeId", "date", "waitingTurn"],
        sender: ["sender", "code"],
      },
      checks: ["places > 0"],
    },
  },
  { kind: "list", list: { name: "person", key: "code", while: "liveUntil" } },
  {
    kind: "table",
    table: {
      name: "sender",
      columns: { sender: "text", lastMessageAt: "instant" },
      key: ["sender"],
      record: true,
      versioned: true,
      indexes: { last: ["lastMessageAt"] },
    },
  },
  {
    kind: "table",
    table: {
      name: "answer",
      columns: { key: "text", at: "instant" },
      key: ["key"],
      record: true,
      indexes: { at: ["at"] },
    },
  },
];
