import type { Policy } from "../allocation/policies.js";
import type { Desk } from "../desk/desk.js";
import type { OfficeConfig } from "../office/office.js";
import type { Store } from "../store/store.js";
import * as ownLibrary from "./library.js";
import type { OpenStore } from "./open-store.js";
import { seededBytes } from "./seeded-bytes.js";
import { strictStore } from "./strict-store.js";

/** What the rules are about: the real library, or a broken one. */
export type Library = typeof ownLibrary;

/** Some desks on one store, at one time that the test moves. */
export interface World {
  readonly desks: readonly Desk[];
  readonly store: Store;
  readonly offices: readonly OfficeConfig[];
  readonly time: { now: number };
  /** From now on the desks are others, of other configs, on the same store; `desks` and `offices` are theirs. */
  readonly change: (offices: readonly OfficeConfig[]) => Promise<void>;
  /** Ends the connections, where there are any. */
  readonly close: () => Promise<void>;
}

export interface WorldSettings {
  readonly offices: readonly OfficeConfig[];
  readonly desks: number;
  /** Of the random bytes, from which the codes are drawn. */
  readonly seed?: number;
  /** Stands between each desk and the store; `World.store` is the store itself. */
  readonly wrap?: (store: Store) => Store;
}

/** Opens a world; whoever opens it closes it. */
export type CreateWorld = (settings: WorldSettings) => Promise<World>;

/** Monday, 06:00 in Jakarta: before the first window of the first date. */
const monday = Date.parse("2017-08-07T06:00+07:00");
export const dates: readonly string[] = ["2017-08-07", "2017-08-08"];

/** What the desks of a world have that is not the real library's default. */
export interface WorldDesks {
  /** Default `earliestFirst`, by which the rules F1 and F6 know what is best; `surgeRules` has them for any policy. */
  readonly policy?: Policy;
  readonly library?: Library;
}

/** Worlds on the stores that `open` gives. */
export function createWorldOn(open: OpenStore, desksOf: WorldDesks = {}): CreateWorld {
  const { library = ownLibrary, policy } = desksOf;
  return async ({ offices, desks, seed = 1, wrap = (store) => store }) => {
    const { connect, close } = await open();
    const time = { now: monday };
    let opened = 0;
    const createOne = async (configs: readonly OfficeConfig[]): Promise<Desk> =>
      library.createDesk({
        offices: configs.map(library.defineOffice),
        ...(policy !== undefined && { policy }),
        store: strictStore(wrap(await connect())),
        secret: "the secret of the rules' tests",
        now: () => time.now,
        randomBytes: seededBytes(seed * 16 + opened++),
      });
    const world = {
      desks: [] as readonly Desk[],
      store: await connect(),
      offices,
      time,
      async change(configs: readonly OfficeConfig[]) {
        world.offices = configs;
        world.desks = await Promise.all(Array.from({ length: desks }, () => createOne(configs)));
      },
      close: async () => close?.(),
    };
    await world.change(offices);
    return world;
  };
}
