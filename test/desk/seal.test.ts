import { type BookingStore, InvalidConfigError, memoryStore, sealDetails } from "giliran";
import { describe, expect, it } from "vitest";
import { bookingKind } from "../../src/booking/kinds.js";
import { book, callOf, heldCode, holdOf, monday, officeWith, smallDesk, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const { ofSender } = bookingKind.lookUps;
const keyOf = (byte: number) => new Uint8Array(32).fill(byte);
const seal = sealDetails({ keys: { k1: keyOf(1) }, current: "k1" });
const siti = { details: { name: "Siti Nur'aini", birthDate: "1990-01-02", weight: 50, isPregnant: true } };

it("a seal that fails while a code is looked up fails its own call, and nothing else", async () => {
  const store = memoryStore();
  let go: () => void = () => undefined;
  const going = new Promise<void>((resolve) => {
    go = resolve;
  });
  const read: BookingStore["read"] = (scope) => going.then(() => store.read(scope));
  const fails = { ...seal, seal: () => Promise.reject(new Error("no key")) };
  const { desk } = smallDesk({ store: { ...store, read }, seal: fails });
  const confirmed = desk.confirm(callOf("a", "confirm", "7HXW9TB6"));
  await Promise.resolve();
  const held = expect(desk.hold(holdOf("b"))).rejects.toThrow("no key");
  // Time for the runtime to complain of a rejection that nobody has taken.
  await new Promise((resolve) => setImmediate(resolve));
  go();
  await held;
  expect((await confirmed).kind).toBe("unknown-code");
});

describe.each(stores)("details under a seal, on %s", (_, createStore) => {
  it("are open wherever the desk gives bookings, and sealed in the store", async () => {
    const store = createStore();
    const offices = [officeWith({ reminderMinutes: [60] }, { capacity: 1 })];
    const { desk, time } = smallDesk({ offices, store, seal });
    const call = { ...holdOf("a"), people: [siti] };
    const held = await desk.hold(call);
    const people = [{ details: siti.details }];
    expect(held).toMatchObject({ booking: { people } });
    const code = heldCode(held);
    expect(await desk.confirm(callOf("a", "confirm", code))).toMatchObject({ booking: { people } });
    expect(await desk.hold(call)).toEqual(held);
    expect(await desk.findAnswer({ ...call, content: "" })).toEqual({ kind: "request-id-conflict" });
    expect(await desk.find({ code })).toMatchObject([{ people }]);
    expect(await desk.export(siti)).toMatchObject([{ people }]);
    time.now = Date.parse("2017-08-07T07:00+07:00");
    expect(await desk.dueNotices()).toMatchObject([{ booking: { people } }]);
    const { records: bookings } = await store.find({ lookUp: ofSender, value: ["sender a"], limit: 1 });
    expect(bookings[0]?.people[0]?.details).toEqual({ sealed: expect.stringMatching(/^k1\./) });
  });

  it("are known to be the same when the same is asked", async () => {
    const { desk } = smallDesk({ store: createStore(), seal });
    const call = { ...holdOf("a"), people: [siti] };
    await desk.hold(call);
    expect((await desk.hold({ ...call, requestId: "again" })).kind).toBe("already-held");
  });

  it("are opened by an older key after a new one seals", async () => {
    const store = createStore();
    const { desk: old } = smallDesk({ store, seal });
    const code = await book(old, "a", { people: [siti] });
    const rotated = sealDetails({ keys: { k1: keyOf(1), k2: keyOf(2) }, current: "k2" });
    const { desk } = smallDesk({ store, seal: rotated });
    expect(await desk.find({ code })).toMatchObject([{ people: [{ details: siti.details }] }]);
    await book(desk, "b", { people: [{ details: { name: "Budi", birthDate: "1980-03-04" } }] });
    const { records: bookings } = await store.find({ lookUp: ofSender, value: ["sender b"], limit: 1 });
    expect(bookings[0]?.people[0]?.details).toEqual({ sealed: expect.stringMatching(/^k2\./) });
  });

  it("can't be opened without the key, and the error tells nothing of them", async () => {
    const store = createStore();
    const code = await book(smallDesk({ store, seal }).desk, "a", { people: [siti] });
    const other = sealDetails({ keys: { k2: keyOf(2) }, current: "k2" });
    const found = smallDesk({ store, seal: other }).desk.find({ code });
    await expect(found).rejects.toThrow(/k1/);
    await expect(found).rejects.not.toThrow(/Siti/);
    const wrong = sealDetails({ keys: { k1: keyOf(3) }, current: "k1" });
    await expect(smallDesk({ store, seal: wrong }).desk.find({ code })).rejects.toThrow();
  });

  it("can't be opened by another key of that name, and the error names it", async () => {
    const store = createStore();
    const { desk: old } = smallDesk({ store, seal });
    await old.hold({ ...holdOf("a"), people: [siti] });
    const other = sealDetails({ keys: { k1: keyOf(2) }, current: "k1" });
    const { desk } = smallDesk({ store, seal: other });
    const found = desk.find({ sender: "sender a" });
    await expect(found).rejects.toThrow(InvalidConfigError);
    await expect(found).rejects.toThrow("keys.k1: expected the key by which stored details are sealed");
  });

  it("may lie beside details that were never sealed", async () => {
    const store = createStore();
    const code = await book(smallDesk({ store }).desk, "a", { people: [siti] });
    const { desk } = smallDesk({ store, seal });
    expect(await desk.find({ code })).toMatchObject([{ people: [{ details: siti.details }] }]);
  });

  it("are drafts as well", async () => {
    const store = createStore();
    const { desk } = smallDesk({ store, seal });
    await desk.note({ sender: "a", at: monday, draft: { content: "#Siti#", until: monday + 1 } });
    expect(await desk.recall({ sender: "a" })).toBe("#Siti#");
    expect(await smallDesk({ store }).desk.recall({ sender: "a" })).toMatch(/^k1\./);
  });

  it("are open for who waits, and where a conflict is resolved", async () => {
    const store = createStore();
    const { desk } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store, seal });
    await book(desk, "a", { people: [siti] });
    await wait(desk, "b");
    const closed = officeWith({}, { closures: { "2017-08-07": "Inventory" } });
    const { desk: changed } = smallDesk({ offices: [closed], store, seal });
    const people = [{ details: siti.details }];
    const resolved = await changed.resolveConflicts({ officeId: "north", otherwise: "cancel" });
    expect(resolved.find(({ result }) => result.kind === "moved")).toMatchObject({
      conflict: { booking: { people } },
      result: { booking: { people }, replaced: { people } },
    });
  });
});

describe("sealDetails", () => {
  it("gives other texts for other details and keys, and the same for the same in any order", async () => {
    const { sealed } = await seal.seal({ a: 1, b: 2 });
    expect(await seal.seal({ b: 2, a: 1 })).toEqual({ sealed });
    expect(await seal.seal({ a: 1, b: 3 })).not.toEqual({ sealed });
    const other = sealDetails({ keys: { k1: keyOf(9) }, current: "k1" });
    expect(await other.seal({ a: 1, b: 2 })).not.toEqual({ sealed });
  });

  it("sees that a sealed text was changed", async () => {
    const { sealed } = await seal.seal(siti.details);
    const text = String(sealed);
    const changed = text.slice(0, -4) + (text.endsWith("AAA=") ? "BBB=" : "AAA=");
    await expect(seal.unseal({ sealed: changed })).rejects.toThrow();
  });

  it.each([
    ["keys.k1", { keys: { k1: new Uint8Array(16) }, current: "k1" }],
    ["keys.a.b", { keys: { "a.b": keyOf(1) }, current: "a.b" }],
    ["current", { keys: { k1: keyOf(1) }, current: "k2" }],
    ["current", { keys: {}, current: "k1" }],
  ])("names %s where it is wrong", (path, settings) => {
    const create = () => sealDetails(settings);
    expect(create).toThrow(InvalidConfigError);
    expect(create).toThrow(expect.objectContaining({ path }));
  });
});
