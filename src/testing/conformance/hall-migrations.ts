import type { Migration } from "../../store/kind.js";

/** Its counters come with the second, and with the third a table that no kind has yet. */
export const hallMigrations: readonly Migration[] = [
  [
    {
      kind: "table",
      table: {
        name: "floor",
        columns: { officeId: "text", date: "text", changes: "integer" },
        key: ["officeId", "date"],
        record: true,
        versioned: true,
      },
    },
    {
      kind: "table",
      table: {
        name: "counterLoad",
        columns: { officeId: "text", date: "text", counter: "text", served: "integer", most: "integer" },
        key: ["officeId", "date", "counter"],
        record: false,
        checks: ["served BETWEEN 0 AND most"],
      },
    },
    {
      kind: "table",
      table: {
        name: "visit",
        columns: {
          code: "text",
          officeId: "text",
          date: "text",
          isServed: "boolean",
          turn: "integer?",
          number: "integer?",
          dueAt: "instant?",
        },
        key: ["code"],
        record: true,
        unique: { number: ["officeId", "date", "number"] },
        indexes: {
          floor: ["officeId", "date", "dueAt"],
          due: ["dueAt"],
          waiting: ["officeId", "date", "turn"],
        },
      },
    },
    {
      kind: "table",
      table: {
        name: "entry",
        columns: {
          entryId: "text",
          officeId: "text",
          date: "text",
          caller: "list",
          liveUntil: "instant?",
        },
        key: ["entryId"],
        record: true,
        indexes: { floor: ["officeId", "date"], caller: ["caller", "entryId"] },
      },
    },
    { kind: "list", list: { name: "holder", key: "entryId", while: "liveUntil" } },
    {
      kind: "table",
      table: {
        name: "guest",
        columns: { guestId: "text", seenAt: "instant" },
        key: ["guestId"],
        record: true,
        versioned: true,
        indexes: { seen: ["seenAt"] },
      },
    },
    {
      kind: "table",
      table: {
        name: "slip",
        columns: { key: "text", at: "instant" },
        key: ["key"],
        record: true,
        indexes: { at: ["at"] },
      },
    },
  ],
  [
    {
      kind: "table",
      table: {
        name: "counter",
        columns: { counterId: "text", served: "integer" },
        key: ["counterId"],
        record: true,
        versioned: true,
      },
    },
    { kind: "list", list: { name: "topic", key: "counterId" } },
  ],
  [
    {
      kind: "table",
      table: { name: "lostThing", columns: { thingId: "text" }, key: ["thingId"], record: true },
    },
  ],
];
