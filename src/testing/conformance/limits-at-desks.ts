import type { HoldCall } from "../../desk/calls.js";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import type { OpenStore } from "../open-store.js";
import { createWorldOn, dates, type World } from "../world.js";

/** A hold at each desk at the same time, by turns at two offices; how many were answered so. */
async function race(
  { desks, offices }: World,
  kind: string,
  callAt: (desk: number) => Pick<HoldCall, "requestId" | "sender" | "people">,
): Promise<number> {
  const outcomes = await Promise.all(
    desks.map((desk, index) =>
      desk.hold({
        officeId: offices[index % offices.length]?.id ?? "",
        date: dates[1] ?? "",
        ...callAt(index),
      }),
    ),
  );
  return outcomes.filter((outcome) => outcome.kind === kind).length;
}

/** One person, and one sender for whoever it is, want places at eight desks of two offices. */
export async function keepsLimitsAtDesks(open: OpenStore): Promise<void> {
  const offices = smallOffices(20, { bookingsPerPerson: 1, bookingsPerSender: 2 });
  const world = await createWorldOn(open)({ offices, desks: 8 });
  const refusedPerson = await race(world, "person-has-booking", (desk) => ({
    requestId: `request ${desk}`,
    sender: `sender ${desk}`,
    people: [{ key: "person", details: {} }],
  }));
  const refusedSender = await race(world, "sender-limit", (desk) => ({
    requestId: `request ${desk}`,
    sender: "sender",
    people: [{ key: `person ${desk}`, details: {} }],
  }));
  await world.close();
  expect(refusedPerson, "refusals of a person who has a booking").toBe(7);
  expect(refusedSender, "refusals of a sender at its limit").toBe(6);
}
