import {
  createSigningKey,
  createTicketSigner,
  createTicketVerifier,
  type Desk,
  verifyingKeyOf,
} from "giliran";
import { describe, expect, it } from "vitest";
import { book, callOf, heldCode, holdOf, officeWith, smallDesk } from "./small-desk.js";
import { stores } from "./stores.js";

const eight = Date.parse("2017-08-07T08:00+07:00");

describe.each(stores)("doors that share the desk's register, on %s", (_, createStore) => {
  /** A ticket of `a` as a token, and doors that ask the desk. */
  async function openDoors() {
    const { desk, time } = smallDesk({ offices: [officeWith({ graceMinutes: 15 })], store: createStore() });
    const now = () => time.now;
    const key = await createSigningKey("k1");
    const { sign } = createTicketSigner({ key, now });
    const code = heldCode(await desk.hold(holdOf("a")));
    const outcome = await desk.confirm(callOf("a", "confirm", code));
    if (outcome.kind !== "confirmed") throw new Error(`Expected a ticket, found ${outcome.kind}.`);
    const openDoor = ({ claimUse }: Desk) =>
      createTicketVerifier({ officeId: "north", keys: [verifyingKeyOf(key)], claimUse, now });
    return {
      desk,
      time,
      code,
      token: await sign(outcome.ticket),
      doors: [openDoor(desk), openDoor(desk)] as const,
    };
  }

  it("let a ticket in once, at whichever", async () => {
    const { time, token, doors, desk, code } = await openDoors();
    time.now = eight;
    const verdicts = await Promise.all(doors.map(({ verify }) => verify(token)));
    expect(verdicts.map(({ kind }) => kind).toSorted()).toEqual(["already-used", "valid"]);
    expect(await doors[1].verify(token)).toMatchObject({ kind: "already-used", usedAt: eight });
    expect(await desk.find({ code })).toMatchObject([{ state: "confirmed", usedAt: eight }]);
  });

  it("let people in up to the grace of the office", async () => {
    const { time, token, doors } = await openDoors();
    const end = eight + 60 * 60_000;
    time.now = end + 15 * 60_000;
    expect((await doors[0].verify(token)).kind).toBe("expired");
    time.now -= 1;
    expect((await doors[0].verify(token)).kind).toBe("valid");
  });

  it("know of a cancellation without a list", async () => {
    const { desk, time, code, token, doors } = await openDoors();
    await desk.cancel(callOf("a", "cancel", code));
    const cancelledAt = time.now;
    time.now = eight;
    expect(await doors[0].verify(token)).toMatchObject({ kind: "revoked", revokedAt: cancelledAt });
  });

  it("know that a visit was moved", async () => {
    const { desk, time, code, token, doors } = await openDoors();
    await desk.reschedule({ ...callOf("a", "move", code), date: "2017-08-08" });
    time.now = eight;
    expect((await doors[0].verify(token)).kind).toBe("revoked");
  });

  it("keep whoever is in where they are, whatever the office's config becomes", async () => {
    const store = createStore();
    const { desk, time } = smallDesk({ store });
    const code = await book(desk, "a");
    time.now = eight;
    await desk.claimUse({ officeId: "north", code, start: eight, at: eight, until: eight });
    const offices = [officeWith({}, { closures: { "2017-08-07": "Inventory" } })];
    const { desk: changed } = smallDesk({ offices, store, now: () => time.now });
    expect(await changed.conflicts({ officeId: "north" })).toEqual([]);
    expect(await changed.resolveConflicts({ officeId: "north", otherwise: "cancel" })).toEqual([]);
    expect(await desk.find({ code })).toMatchObject([{ state: "confirmed", usedAt: eight }]);
  });

  it("keep a visit that was used though the person is forgotten", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    const code = await book(desk, "a");
    time.now = eight;
    await desk.claimUse({ officeId: "north", code, start: eight, at: eight, until: eight });
    await desk.forget({ key: "person a" });
    expect(await desk.find({ code })).toMatchObject([{ state: "confirmed", people: [] }]);
  });

  it("end the visit: what was used can't be given back or moved", async () => {
    const { desk, time, code, token, doors } = await openDoors();
    time.now = eight - 30 * 60_000;
    expect((await doors[0].verify(token)).kind).toBe("valid");
    expect((await desk.cancel(callOf("a", "cancel", code))).kind).toBe("visit-over");
    expect((await desk.reschedule({ ...callOf("a", "move", code), date: "2017-08-08" })).kind).toBe(
      "visit-over",
    );
  });
});
