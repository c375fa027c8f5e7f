import type { Desk } from "../../desk/desk.js";
import type { OfficeRules } from "../../office/office.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import type { OpenStore } from "../open-store.js";
import { snapshot } from "../snapshot.js";
import { createWorldOn, dates, type World } from "../world.js";

const desks = 8;
const rounds = 2;
const [monday = "", tuesday = ""] = dates;

/** Runs `race` in worlds of eight desks, more than once, as a race may be won by luck. */
async function inWorlds(
  open: OpenStore,
  rules: Partial<OfficeRules>,
  race: (world: World, first: Desk) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const offices = smallOffices(1, { ...noLimits, ...rules }).slice(0, 1);
    const world = await createWorldOn(open)({ offices, desks });
    try {
      const [first] = world.desks;
      if (first !== undefined) await race(world, first);
    } finally {
      await world.close();
    }
  }
}

function ask(name: string, date: string) {
  return {
    requestId: `request of ${name}`,
    sender: `sender of ${name}`,
    officeId: "north",
    date,
    people: [{ key: name, details: {} }],
  };
}

async function book(desk: Desk, name: string, date: string) {
  const held = await desk.hold(ask(name, date));
  if (held.kind !== "held") throw new Error(`Expected a hold, found ${held.kind}.`);
  const call = { requestId: `code of ${name}`, sender: `sender of ${name}`, code: held.booking.code };
  const confirmed = await desk.confirm(call);
  if (confirmed.kind !== "confirmed") throw new Error(`Expected a booking, found ${confirmed.kind}.`);
  return confirmed.booking;
}

/** A notice is sent by one desk of eight. */
function sendNotice(open: OpenStore): Promise<void> {
  return inWorlds(open, { reminderMinutes: [90] }, async (world, first) => {
    for (const name of ["one", "two"]) await book(first, name, monday);
    world.time.now = Date.parse(`${monday}T07:30+07:00`);
    const given = (await Promise.all(world.desks.map((desk) => desk.dueNotices()))).flat();
    expect(given, "notices that are given out").toHaveLength(2);
    expect(new Set(given.map(({ id }) => id)).size, "notices").toBe(2);
  });
}

/** A booking is moved once, though eight desks are asked to. */
function move(open: OpenStore): Promise<void> {
  return inWorlds(open, { reschedules: 1 }, async (world, first) => {
    const { code, sender = "" } = await book(first, "one", monday);
    const call = (index: number) => ({ requestId: `move ${index}`, code, sender, date: tuesday });
    const outcomes = await Promise.all(world.desks.map((desk, index) => desk.reschedule(call(index))));
    const kinds = outcomes.map(({ kind }) => kind);
    expect(
      kinds.filter((kind) => kind === "rescheduled"),
      "moves",
    ).toHaveLength(1);
    const live = (await snapshot(world)).filter(({ state }) => state === "confirmed");
    expect(live.map(({ date }) => date)).toEqual([tuesday]);
  });
}

/** A place that came free is offered to the first who waits, though eight desks look and others ask for it. */
function offer(open: OpenStore): Promise<void> {
  return inWorlds(open, {}, async (world, first) => {
    const { code, sender = "" } = await book(first, "one", monday);
    await book(first, "two", monday);
    for (const name of ["three", "four", "five"]) await first.joinWaitingList(ask(name, monday));
    await Promise.all([
      first.cancel({ requestId: "cancel", code, sender }),
      ...world.desks.map((desk) => desk.sweep()),
      ...world.desks.map((desk, index) => desk.hold(ask(`late ${index}`, monday))),
    ]);
    const holds = (await snapshot(world)).filter(({ state }) => state === "held");
    expect(holds.map((booking) => booking.sender)).toEqual(["sender of three"]);
  });
}

/** A ticket lets somebody in at one door of eight. */
function letIn(open: OpenStore): Promise<void> {
  return inWorlds(open, {}, async (world, first) => {
    const { code, officeId, start } = await book(first, "one", monday);
    const use = { officeId, code, start, at: start, until: start + 1 };
    const claims = await Promise.all(world.desks.map((desk) => desk.claimUse(use)));
    expect(
      claims.filter(({ kind }) => kind === "first"),
      "first uses",
    ).toHaveLength(1);
  });
}

/** What must happen once, however many desks want it at once. */
export async function raceDesks(open: OpenStore): Promise<void> {
  for (const race of [sendNotice, move, offer, letIn]) await race(open);
}
