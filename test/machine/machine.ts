import { type Booking, createDesk, type Desk, defineOffice, type Store } from "giliran";
import type { OpenedStore } from "../../src/testing/open-store.js";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { machineDates, machineOffice } from "./machine-office.js";

/** Two desks on a store, whose office grows and shrinks. */
export interface Machine {
  readonly time: { now: number };
  readonly desk: (number: number) => Desk;
  readonly nextRequestId: () => string;
  /** New desks take the place of the old ones, and look at everything once. */
  readonly resize: (capacity: number) => Promise<void>;
  readonly bookings: () => Promise<readonly Booking[]>;
}

/** Four days before the first window. */
const begin = Date.parse("2017-08-07T06:00+07:00");

export async function startMachine({ connect }: OpenedStore, coolingMinutes: number): Promise<Machine> {
  const stores = [await connect(), await connect()];
  const time = { now: begin };
  const randomBytes = seededBytes(2017);
  let requests = 0;
  let desks: readonly Desk[] = [];

  function open(capacity: number): void {
    const offices = [defineOffice(machineOffice(capacity, coolingMinutes))];
    const secret = "the secret of the machine";
    const create = (store: Store) => createDesk({ offices, store, secret, now: () => time.now, randomBytes });
    desks = stores.map(create);
  }

  function desk(number: number): Desk {
    const one = desks[number % desks.length];
    if (one === undefined) throw new Error("A machine has desks.");
    return one;
  }

  open(1);
  return {
    time,
    desk,
    nextRequestId: () => `request-${requests++}`,
    async resize(capacity) {
      open(capacity);
      await desk(0).sweep();
    },
    async bookings() {
      const days = machineDates.map((date) => desk(1).find({ officeId: "north", date }));
      return (await Promise.all(days)).flat();
    },
  };
}
