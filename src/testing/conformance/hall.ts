import { defineKind, type Family, type Kind } from "../../store/kind.js";
import { hallMigrations } from "./hall-migrations.js";

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
export interface HallEntry {
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
  readonly entry: Kind<HallEntry, "ofHolder" | "ofCaller" | "ofFloor">;
  readonly guest: Kind<Guest>;
  readonly counter: Kind<Counter, "ofTopic">;
  readonly slip: Kind<Slip>;
}

/** The hall with the first so many of its migrations. */
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
    migrations: hallMigrations.slice(0, version),
  };
  return { floor, visit, entry, guest, counter, slip };
}

export const hall: Hall = /* @__PURE__ */ createHall(2);
