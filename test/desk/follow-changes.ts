import { type BookingChange, createDesk, type Desk, defineOffice, type Store } from "giliran";
import { expect } from "vitest";
import { noLimits, smallOffices } from "../../src/testing/offices.js";
import { monday } from "../store/five-places.js";

const secret = "the secret of those who follow";
const dates = ["2017-08-07", "2017-08-08"] as const;

/** A desk that keeps changes; clocks of several may differ. */
export function keepingDesk(store: Store, ahead = 0): Desk {
  let at = monday + ahead;
  return createDesk({
    offices: smallOffices(40, { ...noLimits, holdMinutes: 5 }).map(defineOffice),
    store,
    secret,
    keepChanges: true,
    clockToleranceMs: 60_000,
    onWrongClock: () => undefined,
    now: () => at++,
  });
}

/** Callers at some desks hold, confirm and cancel while others poll; each of those is given everything, in order. */
export async function expectFollowed(connect: () => Store | Promise<Store>, calls: number): Promise<void> {
  const desks = await Promise.all(
    [0, 1, 2].map(async (one) => keepingDesk(await connect(), (one - 1) * 20_000)),
  );
  let isOver = false;
  const callers = desks.map(async (desk, at) => {
    await Promise.all(Array.from({ length: 4 }, (_, caller) => live(desk, `${at}.${caller}`, calls)));
  });
  const readers = await Promise.all(
    [3, 7].map(async (limit) => follow(keepingDesk(await connect()), limit, () => isOver)),
  );
  await Promise.all(callers);
  isOver = true;
  for (const reader of readers) {
    const changes = await reader.done;
    const [desk] = desks;
    if (desk === undefined) return;
    await expectWhole(desk, changes);
  }
}

async function live(desk: Desk, name: string, calls: number): Promise<void> {
  for (let call = 0; call < calls; call++) {
    const sender = `sender ${name}`;
    const held = await desk.hold({
      requestId: `hold ${call}`,
      sender,
      officeId: call % 2 === 0 ? "north" : "south",
      date: dates[call % dates.length] ?? "",
      people: [{ key: `${name} ${call}`, details: { name: "Budi" } }],
    });
    if (held.kind !== "held") continue;
    const { code } = held.booking;
    if (call % 3 > 0) await desk.confirm({ requestId: `confirm ${call}`, sender, code });
    if (call % 3 > 1) await desk.cancel({ requestId: `cancel ${call}`, sender, code });
  }
}

/** Polls, and goes on once more when all is over. */
function follow(
  desk: Desk,
  limit: number,
  isOver: () => boolean,
): { readonly done: Promise<readonly BookingChange[]> } {
  const poll = async () => {
    const all: BookingChange[] = [];
    let after: string | undefined;
    for (let isLast = false; ; ) {
      const found = await desk.changes({ after, limit });
      all.push(...found.changes);
      after = found.next;
      if (found.changes.length > 0) continue;
      if (isLast) return all;
      isLast = isOver();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { done: poll() };
}

/** Each booking's history, one after the other and nothing twice. */
async function expectWhole(desk: Desk, changes: readonly BookingChange[]): Promise<void> {
  const told = new Map<string, string[]>();
  for (const { code, what, at } of changes) told.set(code, [...(told.get(code) ?? []), `${what} ${at}`]);
  const histories = new Map<string, string[]>();
  for (const officeId of ["north", "south"])
    for (const date of dates)
      for (const { code, history } of await desk.find({ officeId, date }))
        histories.set(
          code,
          history.map(({ what, at }) => `${what} ${at}`),
        );
  // What the desk would say has lapsed by now is told once something was decided on it.
  for (const [code, all] of told) expect(histories.get(code)?.slice(0, all.length), code).toEqual(all);
  expect([...told.keys()].sort()).toEqual([...histories.keys()].sort());
  expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
  const known = [...histories].flatMap(([code, all]) =>
    all.length > (told.get(code)?.length ?? 0) ? [code] : [],
  );
  expect(known).toEqual([]);
}
