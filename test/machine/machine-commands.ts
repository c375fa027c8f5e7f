import fc from "fast-check";
import type { Desk, Notice } from "giliran";
import { expect } from "vitest";
import type { Machine } from "./machine.js";
import type { MachineModel } from "./machine-model.js";
import { lasts, machineDates, minute } from "./machine-office.js";
import type { ModelBooking } from "./model-booking.js";

type Command = fc.AsyncCommand<MachineModel, Machine>;

const people = ["a", "b", "c", "d"] as const;
const person = fc.constantFrom(...people);
const date = fc.constantFrom(...machineDates);
const number = fc.nat(1);
const which = fc.nat(60);
const leaseMs = minute;

/** Something to do, which always can be done, or with a booking only. */
function command(name: string, run: (model: MachineModel, machine: Machine) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => name,
    async run(model, machine) {
      await run(model, machine);
      await expectAlike(model, machine);
    },
  };
}

function commandOn(
  name: string,
  index: number,
  run: (one: ModelBooking, model: MachineModel, machine: Machine) => Promise<void>,
): Command {
  return {
    ...command(`${name} ${index}`, async (model, machine) => {
      const one = model.bookings[index % model.bookings.length];
      if (one !== undefined) await run(one, model, machine);
    }),
    check: ({ bookings }) => bookings[index % Math.max(1, bookings.length)]?.person !== undefined,
  };
}

/** Every booking is as the model has it: what is overdue and not met yet is shown lapsed by both. */
async function expectAlike({ bookings, now }: MachineModel, machine: Machine): Promise<void> {
  const known = bookings.map((one) => {
    const isOverdue = one.state === "held" && one.expiresAt <= now;
    const { code, coolsUntil, replaces } = one;
    const ends = one.state === "held" && !isOverdue ? one.expiresAt : undefined;
    const notices = isOverdue
      ? []
      : one.notices.map(({ kind, at, leasedUntil }) => ({ kind, at, leasedUntil }));
    return { code, state: isOverdue ? "lapsed" : one.state, ends, coolsUntil, replaces, notices };
  });
  const found = (await machine.bookings()).map((one) => ({
    code: one.code,
    state: one.state,
    ends: one.state === "held" ? one.expiresAt : undefined,
    coolsUntil: "coolsUntil" in one ? one.coolsUntil : undefined,
    replaces: one.state === "cancelled" || one.state === "lapsed" ? undefined : one.replaces,
    notices: (one.notices ?? []).map(({ kind, at, leasedUntil }: Notice) => ({ kind, at, leasedUntil })),
  }));
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
  const live = known.map((one) =>
    one.state === "cancelled" || one.state === "lapsed" ? { ...one, replaces: undefined } : one,
  );
  expect(found.sort(byCode)).toEqual(live.sort(byCode));
}

function codeOf(outcome: object): string | undefined {
  const booking = "booking" in outcome ? (outcome.booking as ModelBooking | undefined) : undefined; // any of its code
  return booking?.code;
}

const asks = (["hold", "joinWaitingList"] as const).map((action) =>
  fc.tuple(number, person, date).map(([desk, who, when]) =>
    command(`${action} ${who} ${when}`, async (model, machine) => {
      const outcome = await machine.desk(desk)[action]({
        requestId: machine.nextRequestId(),
        sender: `sender ${who}`,
        officeId: "north",
        date: when,
        people: [{ key: who, details: {} }],
      });
      expect(outcome.kind).toBe(model[action](who, when, codeOf(outcome)));
    }),
  ),
);

const codeActions = (["confirm", "cancel", "extend"] as const).map((action) =>
  fc.tuple(number, which).map(([desk, index]) =>
    commandOn(action, index, async (one, model, machine) => {
      const outcome = await machine.desk(desk)[action](codeCall(one, machine));
      expect(outcome.kind).toBe(model[action](one));
    }),
  ),
);

function codeCall({ code, person: who }: ModelBooking, machine: Machine) {
  return { requestId: machine.nextRequestId(), code, sender: `sender ${who}` };
}

const reschedules = fc.tuple(number, which, date).map(([desk, index, when]) =>
  commandOn(`reschedule to ${when}`, index, async (one, model, machine) => {
    const outcome = await machine.desk(desk).reschedule({ ...codeCall(one, machine), date: when });
    expect(outcome.kind).toBe(model.reschedule(one, when, codeOf(outcome)));
  }),
);

const uses = fc.tuple(number, which).map(([desk, index]) =>
  commandOn("use", index, async (one, model, machine) => {
    const start = Date.parse(`${one.date}T08:00+07:00`);
    const use = { officeId: "north", code: one.code, start, at: start, until: start };
    expect((await machine.desk(desk).claimUse(use)).kind).toBe(model.claimUse(one));
  }),
);

/** All, some or none of what is due is sent, and said to be so, perhaps twice. */
const tellings = fc.tuple(number, fc.nat(2), fc.boolean()).map(([desk, some, isTwice]) =>
  command(`tell, mark ${some}`, async (model, machine) => {
    const told = (await machine.desk(desk).dueNotices({ leaseMs })).map(({ id }) => id);
    expect(told.toSorted()).toEqual(model.dueNotices(leaseMs).toSorted());
    for (let times = isTwice ? 2 : 1; times > 0; times--) {
      await machine.desk(times).markSent(told.slice(0, some));
      model.markSent(told.slice(0, some));
    }
  }),
);

/** Everything that is due is settled, which a day's ledger is then found to say. */
function settling(name: string, run: (desk: Desk) => Promise<void>): fc.Arbitrary<Command> {
  return number.map((desk) =>
    command(name, async (model, machine) => {
      await run(machine.desk(desk));
      model.settle(machineDates, []);
    }),
  );
}

const sweeps = settling("sweep", (desk) => desk.sweep());
const reconciles = settling("reconcile", async (desk) => {
  for (const day of machineDates)
    expect(await desk.reconcile({ officeId: "north", date: day })).toEqual({ kind: "sound" });
});

const forgets = fc.tuple(number, person).map(([desk, who]) =>
  command(`forget ${who}`, async (model, machine) => {
    await machine.desk(desk).forget({ key: who, details: {} });
    model.forget(who);
  }),
);

const waits = fc
  .constantFrom(
    1,
    lasts.tolerance - 1,
    lasts.tolerance,
    minute,
    3 * minute,
    5 * minute,
    10 * minute,
    15 * minute,
    40 * minute,
  )
  .map((ms) =>
    command(`${ms / minute} minutes pass`, async (model, machine) => {
      machine.time.now += ms;
      model.now = machine.time.now;
    }),
  );

const resizes = fc.constantFrom(1, 2, 3).map((capacity) =>
  command(`resize to ${capacity}`, async (model, machine) => {
    await machine.resize(capacity);
    model.capacity = capacity;
    model.settle(machineDates, []);
  }),
);

export const machineCommands: readonly fc.Arbitrary<Command>[] = [
  ...asks,
  ...asks,
  ...codeActions,
  ...codeActions,
  reschedules,
  uses,
  tellings,
  sweeps,
  reconciles,
  forgets,
  waits,
  waits,
  resizes,
];
