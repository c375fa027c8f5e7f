import type { Migration } from "../../store/kind.js";
import { defineKind, type Family, type Kind } from "../../store/kind.js";
import type { Booking, Change } from "../booking.js";

/** What became of a booking, without whose it is. */
export interface BookingChange extends Change {
  /** Its place in the feed. */
  readonly id: string;
  readonly officeId: string;
  /** `YYYY-MM-DD` in the office's zone. */
  readonly date: string;
  readonly code: string;
  /** The state that the booking had when what became of it together with this was saved. */
  readonly state: Booking["state"];
  readonly window: string;
  readonly pool: string;
  readonly places: number;
}

/** A change that has no place yet. */
export interface UnplacedChange extends Omit<BookingChange, "id"> {
  /** The how many-eth change of its booking, from 0. */
  readonly index: number;
}

/** What one transaction changed, until it is given its place. */
export interface ChangeBatch {
  /** One that no other batch has. */
  readonly id: string;
  readonly at: number;
  readonly changes: readonly UnplacedChange[];
}

/** The same in its place. */
export interface ChangePage {
  /** A whole number from 1, in twelve digits; each is given once and none is left out. */
  readonly position: string;
  /** When it was given its place. */
  readonly at: number;
  readonly changes: readonly UnplacedChange[];
}

/** How far places are given. */
export interface Feed {
  /** `feed`, as there is one. */
  readonly name: string;
  readonly last: number;
  /** When the last was given. */
  readonly at: number;
  /** Up to which they were erased. */
  readonly first: number;
  /** Once a day: what was given up to when. */
  readonly marks: readonly { readonly at: number; readonly last: number }[];
}

const migration1: Migration = [
  {
    kind: "table",
    table: {
      name: "changeBatch",
      columns: { id: "text", at: "instant" },
      key: ["id"],
      record: true,
      indexes: { at: ["at"] },
    },
  },
  {
    kind: "table",
    table: {
      name: "changePage",
      columns: { position: "text", at: "instant" },
      key: ["position"],
      record: true,
      indexes: { at: ["at"] },
    },
  },
  {
    kind: "table",
    table: { name: "feed", columns: { name: "text" }, key: ["name"], record: true, versioned: true },
  },
];

export const changeBatchKind: Kind<ChangeBatch, "pending"> = /* @__PURE__ */ defineKind(
  {
    name: "changeBatch",
    short: "b",
    family: () => feedFamily,
    key: ["id"],
    columns: {
      id: { type: "text", of: ({ id }) => id },
      at: { type: "instant", of: ({ at }) => at },
    },
    isolation: "none",
    agedBy: "at",
  },
  { pending: { short: "pending", by: [], upTo: "at" } },
);

export const changePageKind: Kind<ChangePage> = /* @__PURE__ */ defineKind<ChangePage>(
  {
    name: "changePage",
    short: "p",
    family: () => feedFamily,
    key: ["position"],
    columns: {
      position: { type: "text", of: ({ position }) => position },
      at: { type: "instant", of: ({ at }) => at },
    },
    isolation: "none",
    agedBy: "at",
  },
  {},
);

export const feedKind: Kind<Feed> = /* @__PURE__ */ defineKind<Feed>(
  {
    name: "feed",
    short: "f",
    family: () => feedFamily,
    key: ["name"],
    columns: { name: { type: "text", of: ({ name }) => name } },
    isolation: "own",
  },
  {},
);

const feedFamily: Family = {
  name: "feed",
  kinds: [changeBatchKind, changePageKind, feedKind],
  migrations: [migration1],
};
