import type { Desk } from "../../src/desk/desk.js";
import type { OfficeConfig } from "../../src/office/office.js";
import type { BookingStore } from "../../src/store/booking-store.js";
import type * as library from "./library.js";
import { seededBytes } from "./seeded-bytes.js";
import type { OpenStore } from "./stores.js";

/** What the rules are about: the real library, or a broken one. */
export type Library = typeof library;

/** Some desks on one store, at one time that the test moves. */
export interface World {
  readonly desks: readonly Desk[];
  readonly store: BookingStore;
  readonly offices: readonly OfficeConfig[];
  readonly time: { now: number };
  readonly close: () => Promise<void>;
}

export interface WorldSettings {
  readonly offices: readonly OfficeConfig[];
  readonly desks: number;
  /** Of the random bytes, from which the codes are drawn. */
  readonly seed?: number;
  /** Stands between each desk and the store; `World.store` is the store itself. */
  readonly wrap?: (store: BookingStore) => BookingStore;
}

export type CreateWorld = (settings: WorldSettings) => Promise<World>;

/** Monday, 06:00 in Jakarta: before the first window of the first date. */
const monday = Date.parse("2017-08-07T06:00+07:00");
export const dates: readonly string[] = ["2017-08-07", "2017-08-08"];

/** Worlds of a library on the stores that `open` gives; every desk has a connection of its own. */
export function createWorldOn(library: Library, open: OpenStore): CreateWorld {
  return async ({ offices, desks, seed = 1, wrap = (store) => store }) => {
    const { connect, close } = await open(library);
    const time = { now: monday };
    const createOne = (_: unknown, index: number): Desk =>
      library.createDesk({
        offices: offices.map(library.defineOffice),
        store: wrap(connect()),
        secret: "the secret of the rules' tests",
        now: () => time.now,
        randomBytes: seededBytes(seed * 16 + index),
      });
    return { desks: Array.from({ length: desks }, createOne), store: connect(), offices, time, close };
  };
}
