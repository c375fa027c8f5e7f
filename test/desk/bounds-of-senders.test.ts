import { createDesk, type Desk, type DeskSettings, defineOffice, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";

const monday = Date.parse("2017-08-07T06:00+07:00");
const dayMs = 86_400_000;
const date = "2017-08-10";

/** A desk with a clock that a test moves. */
function openDesk(settings: Partial<DeskSettings> = {}) {
  const clock = { now: monday };
  const desk = createDesk({
    offices: [
      defineOffice({
        id: "north",
        name: "North",
        timeZone: "Asia/Jakarta",
        hours: { thu: ["08:00-09:00"], fri: ["08:00-09:00"] },
        slotMinutes: 60,
        capacity: 50,
        rules: { opensDaysBefore: 14, reschedules: 1000 },
      }),
    ],
    store: memoryStore(),
    now: () => clock.now,
    ...settings,
  });
  let calls = 0;
  const requestId = () => `${++calls}`;
  const holdAs = (sender: string, name: string, on = date) =>
    desk.hold({
      requestId: requestId(),
      sender,
      officeId: "north",
      date: on,
      people: [{ key: name, details: { name } }],
    });
  const act = (name: "confirm" | "cancel", code: string, sender: string) =>
    desk[name]({ requestId: requestId(), sender, code });
  return { desk, clock, holdAs, act, requestId };
}

async function codeFrom(outcome: ReturnType<Desk["hold"]>): Promise<string> {
  const held = await outcome;
  if (held.kind !== "held") throw new Error(held.kind);
  return held.booking.code;
}

describe("changes of one sender", () => {
  it("spend no more queue numbers in a day than the desk lets them", async () => {
    const { holdAs, act, clock } = openDesk({ changesPerDay: 5 });
    const numbers = new Set<string>();
    const kinds: string[] = [];
    for (let loop = 0; loop < 20; loop++) {
      const held = await holdAs("a", "Budi");
      kinds.push(held.kind);
      if (held.kind !== "held") continue;
      const confirmed = await act("confirm", held.booking.code, "a");
      if (confirmed.kind === "confirmed") numbers.add(confirmed.ticket.queueNumber);
      expect((await act("cancel", held.booking.code, "a")).kind).toBe("cancelled");
    }
    expect(numbers.size).toBe(5);
    expect(kinds.filter((kind) => kind === "held")).toHaveLength(5);
    expect(await holdAs("a", "Budi")).toEqual({ kind: "too-many-changes", until: monday + dayMs });
    // Others are served, and so are they when the day is over.
    expect((await holdAs("b", "Siti")).kind).toBe("held");
    clock.now = monday + dayMs;
    expect((await holdAs("a", "Budi")).kind).toBe("held");
  });

  it("leave no more rows by corrections than that, and what they have stays theirs", async () => {
    const { desk, holdAs, act } = openDesk({ changesPerDay: 5 });
    const codes: string[] = [];
    for (let index = 0; index < 20; index++) {
      const held = await holdAs("a", "Budi", index % 2 === 0 ? date : "2017-08-11");
      if (held.kind === "held") codes.push(held.booking.code);
      else expect(["too-many-changes", "already-held"]).toContain(held.kind);
    }
    expect(codes).toHaveLength(6);
    expect(await desk.find({ sender: "a" })).toHaveLength(6);
    expect((await act("confirm", codes.at(-1) ?? "", "a")).kind).toBe("confirmed");
    expect((await act("cancel", codes.at(-1) ?? "", "a")).kind).toBe("cancelled");
  });

  it("count holds that ran out, whoever let them lapse, and none that staff made", async () => {
    const { desk, clock, holdAs, requestId } = openDesk({ changesPerDay: 2 });
    for (let index = 0; index < 3; index++) {
      const people = [{ key: `of staff ${index}`, details: { name: "Siti" } }];
      const call = {
        requestId: requestId(),
        sender: "a",
        officeId: "north",
        date,
        people,
        by: "staff" as const,
      };
      expect((await desk.hold(call)).kind).toBe("held");
      clock.now += 31 * 60_000;
      await desk.sweep();
    }
    for (let index = 0; index < 2; index++) {
      expect((await holdAs("a", "Budi")).kind).toBe("held");
      clock.now += 31 * 60_000;
      if (index === 0) await desk.sweep();
    }
    expect((await holdAs("a", "Budi")).kind).toBe("too-many-changes");
  });

  it("count moves, and never those that staff makes", async () => {
    const { desk, holdAs, act, requestId } = openDesk({ changesPerDay: 2 });
    let code = await codeFrom(holdAs("a", "Budi"));
    await act("confirm", code, "a");
    const kinds: string[] = [];
    const move = async (index: number, by: "applicant" | "staff") => {
      const on = index % 2 === 0 ? "2017-08-11" : date;
      const moved = await desk.reschedule({ requestId: requestId(), sender: "a", code, date: on, by });
      if (moved.kind === "rescheduled") code = moved.booking.code;
      kinds.push(moved.kind);
    };
    for (let index = 0; index < 3; index++) await move(index, "staff");
    for (let index = 3; index < 6; index++) await move(index, "applicant");
    expect(kinds).toEqual([...Array(5).fill("rescheduled"), "too-many-changes"]);
  });

  it("are forgotten where a clock that was ahead has counted them", async () => {
    const { holdAs, act, clock } = openDesk({ changesPerDay: 1 });
    const ahead = await codeFrom(holdAs("a", "Budi"));
    clock.now = monday + dayMs;
    await act("cancel", ahead, "a");
    clock.now = monday + 60_000;
    expect((await holdAs("a", "Budi")).kind).toBe("held");
  });
});

describe("guesses of codes", () => {
  it("by a thousand senders learn no more than the desk tells all in an hour", async () => {
    const { holdAs, act, clock } = openDesk({ wrongCodesPerHour: 20 });
    const code = await codeFrom(holdAs("a", "Budi"));
    const kinds: string[] = [];
    for (let guesser = 0; guesser < 200; guesser++)
      for (let guess = 0; guess < 5; guess++)
        kinds.push((await act("confirm", code, `guesser ${guesser}`)).kind);
    expect(kinds.filter((kind) => kind !== "slowed-down")).toHaveLength(20);
    // Whose code it is, and staff, wait for nobody.
    expect((await act("confirm", code, "a")).kind).toBe("confirmed");
    clock.now += 3_600_000;
    expect((await act("confirm", code, "one more")).kind).toBe("other-sender");
  });

  it("never slow staff", async () => {
    const { desk, holdAs, act, requestId } = openDesk({ wrongCodesPerHour: 1 });
    const code = await codeFrom(holdAs("a", "Budi"));
    for (const sender of ["b", "c", "d"]) await act("cancel", code, sender);
    expect((await desk.confirm({ requestId: requestId(), code, by: "staff" })).kind).toBe("confirmed");
    expect((await desk.cancel({ requestId: requestId(), code: "7HXW9TB6", by: "staff" })).kind).toBe(
      "unknown-code",
    );
  });
});

describe("isBlocked", () => {
  it.each([true, "no", 1, 0, "", null, {}])(
    "blocks by whatever is neither false nor nothing: %o",
    async (said) => {
      const { holdAs } = openDesk({ isBlocked: (() => said) as never });
      expect((await holdAs("a", "Budi")).kind).toBe("blocked");
    },
  );

  it.each([false, undefined])("blocks nobody by %o", async (said) => {
    const { holdAs } = openDesk({ isBlocked: (() => said) as never });
    expect((await holdAs("a", "Budi")).kind).toBe("held");
  });
});
