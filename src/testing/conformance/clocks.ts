import type { Desk } from "../../desk/desk.js";
import { minute } from "../../input/instant.js";
import { expect } from "../expect.js";
import { createDesk, defineOffice } from "../library.js";
import { noLimits, smallOffices } from "../offices.js";
import type { OpenStore } from "../open-store.js";
import { dates } from "../world.js";
import { type ConformanceTest, onStores } from "./conformance-test.js";
import { now } from "./store-calls.js";

const toleranceMs = 2000;
const holdMinutes = 30;

interface Clock {
  now: number;
}

/** Two desks, each with a connection and a clock of its own, at offices with one place in a window. */
function atTwoDesks(
  open: OpenStore,
  work: (first: Desk & { clock: Clock }, second: Desk & { clock: Clock }) => Promise<void>,
): Promise<void> {
  return onStores(open, 2, async (stores) => {
    const [first, second] = stores.map((store) => {
      const clock: Clock = { now };
      const desk = createDesk({
        offices: smallOffices(1, { ...noLimits, holdMinutes }).map(defineOffice),
        store,
        secret: "the secret of the clocks",
        now: () => clock.now,
        clockToleranceMs: toleranceMs,
      });
      return { ...desk, clock };
    });
    if (first !== undefined && second !== undefined) await work(first, second);
  });
}

const hold = (desk: Desk, name: string) =>
  desk.hold({
    requestId: `hold ${name}`,
    sender: `sender ${name}`,
    officeId: "north",
    date: dates[0] ?? "",
    people: [{ key: `person ${name}`, details: {} }],
  });

async function codeOfHold(desk: Desk, name: string): Promise<string> {
  const outcome = await hold(desk, name);
  return outcome.kind === "held" ? outcome.booking.code : outcome.kind;
}

async function goesOnWithinTolerance(open: OpenStore): Promise<void> {
  await atTwoDesks(open, async (first, second) => {
    await hold(first, "a");
    first.clock.now = now + 10_000;
    const code = await codeOfHold(first, "b");
    second.clock.now = first.clock.now - toleranceMs;
    const late = await second.confirm({ requestId: "confirm", sender: "sender b", code });
    expect(late.kind).toBe("confirmed");
    const history = "booking" in late ? late.booking?.history.map(({ at }) => at) : [];
    expect(history).toEqual([first.clock.now, first.clock.now]);

    second.clock.now = first.clock.now - toleranceMs - 1;
    const failure = await hold(second, "c").catch((error: unknown) => error);
    expect(failure instanceof Error ? failure.name : failure, "what is too late").toBe("StoreError");
    expect(await first.find({ sender: "sender c" })).toEqual([]);
  });
}

/** The last place is still held by one clock and free by the other: it is confirmed, or given to somebody else. */
export async function endsOnceByTwoClocks(open: OpenStore): Promise<void> {
  for (let round = 0; round < 4; round++)
    await atTwoDesks(open, async (first, second) => {
      const confirm = (name: string, code: string) =>
        first.confirm({ requestId: `confirm ${name}`, sender: `sender ${name}`, code });
      await confirm("a", await codeOfHold(first, "a"));
      const code = await codeOfHold(first, "b");
      second.clock.now = now + holdMinutes * minute;
      first.clock.now = second.clock.now - 1;
      const calls = [() => confirm("b", code), () => hold(second, "c")];
      const outcomes = await Promise.all((round % 2 === 0 ? calls : calls.reverse()).map((call) => call()));
      const kinds = outcomes.map(({ kind }) => kind).sort();
      expect(kinds, "a confirm and a hold of one place").toEqual(
        kinds.includes("confirmed") ? ["confirmed", "day-full"] : ["held", "hold-lapsed"],
      );
    });
}

export const clocks: readonly ConformanceTest[] = [
  {
    title:
      "keeps the time of a day: desks agree within the tolerance of their clocks, and do nothing beyond it",
    run: goesOnWithinTolerance,
  },
];
