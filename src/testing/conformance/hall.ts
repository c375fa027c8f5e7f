import { defineKind, type Family, type Kind, type Migration } from "../../store/kind.js";

/** The ledger of an office's day, the home of visits and entries. */
export interface Floor {
  readonly officeId: string;
  readonly date: string;
  /** How often it was changed. */
  readonly changes: number;
  readonly counts: readonly { readonly counter: string; readonly served: number; readonly most: number }[];
}

/** One party's presence. */
export interface Visit {
  readonly code: string;
  readonly officeId: string;
  readonly date: string;
  readonly isServed: boolean;
  /** While it waits. */
  readonly turn?: number;
  readonly number?: number;
  readonly dueAt?: number;
  readonly remarks?: Readonly<Record<string, unknown>>;
}

/** A part in a draw that several people share. */
export interface Entry {
  readonly entryId: string;
  readonly officeId: string;
  readonly date: string;
  readonly holders: readonly string[];
  readonly caller?: string;
  readonly liveUntil?: number;
}

/** Remembered beside a caller's entries. */
export interface Guest {
  readonly guestId: string;
  readonly seenAt: number;
  readonly wrongCodes: number;
}

/** A window where people are served; belongs to no floor. */
export interface Counter {
  readonly counterId: string;
  readonly topics: readonly string[];
  readonly served: number;
}

/** Written once. */
export interface Slip {
  readonly key: string;
  readonly at: number;
  readonly text: string;
}

/** A family of kinds that has every part of a description. */
export interface Hall {
  readonly floor: Kind<Floor>;
  readonly visit: Kind<Visit, "ofFloor" | "due" | "waiting" | "ofOffice" | "allDue">;
  readonly entry: Kind<Entry, "ofHolder" | "ofCaller" | "ofFloor">;
  readonly guest: Kind<Guest>;
  readonly counter: Kind<Counter, "ofTopic">;
  readonly slip: Kind<Slip>;
}

/** The hall with the first so many of its migrations; its counters come with the second. */
export function createHall(version: number): Hall {
  const family = (): Family => all;
  const floor = defineKind<Floor>(
    {
      name: "floor",
      short: "fl",
      family,
      key: ["officeId", "date"],
      columns: {
        officeId: { type: "text", of: ({ officeId }) => officeId },
        date: { type: "text", of: ({ date }) => date },
        changes: { type: "integer", of: ({ changes }) => changes },
      },
      isolation: "own",
      details: {
        counterLoad: {
          key: ["counter"],
          columns: { counter: "text", served: "integer", most: "integer" },
          rows: ({ counts }) => counts,
        },
      },
    },
    {},
  );
  const visit: Hall["visit"] = defineKind(
    {
      name: "visit",
      short: "vi",
      family,
      key: ["code"],
      columns: {
        code: { type: "text", of: ({ code }) => code },
        officeId: { type: "text", of: ({ officeId }) => officeId },
        date: { type: "text", of: ({ date }) => date },
        isServed: { type: "boolean", of: ({ isServed }) => isServed },
        turn: { type: "integer", of: ({ turn }) => turn },
        number: { type: "integer", of: ({ number }) => number },
        dueAt: { type: "instant", of: ({ dueAt }) => dueAt },
      },
      isolation: { home: floor },
    },
    {
      ofFloor: { short: "vf", by: ["officeId", "date"] },
      due: { short: "vf", by: ["officeId", "date"], upTo: "dueAt" },
      waiting: { short: "vt", by: ["officeId", "date"], order: "turn" },
      ofOffice: { short: "vfloors", by: ["officeId"], upTo: "date" },
      allDue: { short: "vdue", by: [], upTo: "dueAt" },
    },
  );
  const entry: Hall["entry"] = defineKind(
    {
      name: "entry",
      short: "en",
      family,
      key: ["entryId"],
      columns: {
        entryId: { type: "text", of: ({ entryId }) => entryId },
        officeId: { type: "text", of: ({ officeId }) => officeId },
        date: { type: "text", of: ({ date }) => date },
        liveUntil: { type: "instant", of: ({ liveUntil }) => liveUntil },
      },
      isolation: { home: floor },
      lists: {
        holder: { short: "eh", each: ({ holders }) => holders },
        caller: {
          short: "ec",
          each: ({ caller }) => (caller === undefined ? [] : [caller]),
          column: "caller",
        },
      },
    },
    {
      ofHolder: { short: "eh", list: "holder", while: "liveUntil" },
      ofCaller: { short: "ec", list: "caller", while: "liveUntil" },
      ofFloor: { short: "ef", by: ["officeId", "date"] },
    },
  );
  const guest = defineKind<Guest>(
    {
      name: "guest",
      short: "gu",
      family,
      key: ["guestId"],
      columns: {
        guestId: { type: "text", of: ({ guestId }) => guestId },
        seenAt: { type: "instant", of: ({ seenAt }) => seenAt },
      },
      isolation: "own",
      beside: { kind: entry, list: "caller" },
      agedBy: "seenAt",
    },
    {},
  );
  const counter: Hall["counter"] = defineKind(
    {
      name: "counter",
      short: "co",
      family,
      key: ["counterId"],
      columns: {
        counterId: { type: "text", of: ({ counterId }) => counterId },
        served: { type: "integer", of: ({ served }) => served },
      },
      isolation: "own",
      lists: { topic: { short: "ct", each: ({ topics }) => topics } },
    },
    { ofTopic: { short: "ct", list: "topic" } },
  );
  const slip = defineKind<Slip>(
    {
      name: "slip",
      short: "sl",
      family,
      key: ["key"],
      columns: {
        key: { type: "text", of: ({ key }) => key },
        at: { type: "instant", of: ({ at }) => at },
      },
      isolation: "none",
      agedBy: "at",
    },
    {},
  );
  const all: Family = {
    name: "hall",
    kinds: [floor, visit, entry, guest, slip, ...(version > 1 ? [counter] : [])],
    migrations: migrations.slice(0, version),
  };
  return { floor, visit, entry, guest, counter, slip };
}

const migrations: readonly Migration[] = [
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

/** Another family beside the hall. */
export interface Room {
  readonly roomId: string;
  readonly people: number;
}

export const roomKind: Kind<Room> = /* @__PURE__ */ defineKind<Room>(
  {
    name: "room",
    short: "co", // as in the hall: names of kinds are a family's own
    family: () => annexFamily,
    key: ["roomId"],
    columns: { roomId: { type: "text", of: ({ roomId }) => roomId } },
    isolation: "own",
  },
  {},
);

const annexFamily: Family = {
  name: "annex",
  kinds: [roomKind],
  migrations: [
    [
      {
        kind: "table",
        table: {
          name: "room",
          columns: { roomId: "text" },
          key: ["roomId"],
          record: true,
          versioned: true,
        },
      },
    ],
  ],
};

export const hall: Hall = /* @__PURE__ */ createHall(2);
