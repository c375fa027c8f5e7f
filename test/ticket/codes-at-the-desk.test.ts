import {
  type BookingStore,
  codeAlphabet,
  createDesk,
  defineCodeScheme,
  defineOffice,
  memoryStore,
} from "giliran";
import { expect, it } from "vitest";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { heldCode, holdOf, monday, smallOffice } from "../desk/small-desk.js";

/** Counts the transactions of a store. */
function counted(store: BookingStore): {
  readonly store: BookingStore;
  readonly counts: { transactions: number };
} {
  const counts = { transactions: 0 };
  const transact: BookingStore["transact"] = (scope, decide) => {
    counts.transactions++;
    return store.transact(scope, decide);
  };
  return { store: { ...store, transact }, counts };
}

it("a code that is in use already costs no second transaction", async () => {
  const { store, counts } = counted(memoryStore());
  // Both desks draw the same two codes first.
  const settings = { offices: [defineOffice(smallOffice("north"))], store, now: () => monday };
  const first = await createDesk({ ...settings, randomBytes: seededBytes(7) }).hold(holdOf("a"));
  const second = await createDesk({ ...settings, randomBytes: seededBytes(7) }).hold(holdOf("b"));
  expect(counts.transactions).toBe(2);
  expect(heldCode(second)).not.toBe(heldCode(first));
});

it("codes have the prefix of the office that is asked", async () => {
  const codes = defineCodeScheme({ alphabet: codeAlphabet, length: 8, prefixes: { north: "N", south: "S" } });
  const offices = ["north", "south"].map((id) => defineOffice(smallOffice(id)));
  const desk = createDesk({ offices, store: memoryStore(), now: () => monday, codes });
  expect(heldCode(await desk.hold(holdOf("a")))).toMatch(/^N/);
  expect(heldCode(await desk.hold({ ...holdOf("b"), officeId: "south" }))).toMatch(/^S/);
});
