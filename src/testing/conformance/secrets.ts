import type { Desk } from "../../desk/desk.js";
import { StoreError } from "../../errors.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { createDesk, defineOffice } from "../library.js";
import { noLimits, smallOffices } from "../offices.js";
import type { OpenStore } from "../open-store.js";
import { dates } from "../world.js";
import { type ConformanceTest, onStores } from "./conformance-test.js";
import { now } from "./store-calls.js";

const [date = ""] = dates;

function deskWith(secret: string, store: Store): Desk {
  const offices = smallOffices(5, noLimits).map(defineOffice);
  return createDesk({ offices, store, secret: `the ${secret} of two secrets`, now: () => now });
}

function hold(desk: Desk, name: string): Promise<string> {
  const people = [{ key: `person ${name}`, details: {} }];
  const call = { requestId: name, sender: `sender ${name}`, officeId: "north", date, people };
  return desk.hold(call).then(({ kind }) => kind, refusal);
}

const refusal = (error: unknown) =>
  error instanceof StoreError && !error.retryable && error.message.includes("secret")
    ? "refused"
    : String(error);

/** Calls that write, that read, and that go through pages. */
const calls = [
  (desk: Desk) => hold(desk, "another"),
  (desk: Desk) => desk.availability({ officeId: "north", from: date, days: 1 }).catch(refusal),
  (desk: Desk) => desk.find({ officeId: "north", date }).catch(refusal),
];

async function refusesAnotherSecret(open: OpenStore): Promise<void> {
  await onStores(open, 2, async ([first, second]) => {
    if (first === undefined || second === undefined) return;
    expect(await deskWith("first", second).find({ officeId: "north", date })).toEqual([]);
    expect(await hold(deskWith("first", first), "a")).toBe("held");
    for (const call of calls) {
      const changed = deskWith("second", second);
      expect(await call(changed)).toEqual("refused");
      expect(await call(changed), "when it asks again").toEqual("refused");
    }
    const same = deskWith("first", second);
    expect(await hold(same, "a")).toBe("held");
    expect(await same.find({ officeId: "north", date })).toHaveLength(1);
  });
}

async function refusesOneOfTwoSecrets(open: OpenStore): Promise<void> {
  await onStores(open, 2, async (stores) => {
    const desks = stores.map((store, index) => deskWith(`${index}`, store));
    const ends = await Promise.all(desks.map((desk, index) => hold(desk, `${index}`)));
    expect(ends.toSorted()).toEqual(["held", "refused"]);
    const again = await Promise.all(desks.map((desk) => hold(desk, "again")));
    expect(again).toEqual(ends);
  });
}

export const secrets: readonly ConformanceTest[] = [
  {
    title: "keeps under which secret its records were made: a desk with another one can do nothing",
    run: refusesAnotherSecret,
  },
  {
    title: "keeps under which secret its records were made: of two that begin it at once one goes on",
    run: refusesOneOfTwoSecrets,
  },
];
