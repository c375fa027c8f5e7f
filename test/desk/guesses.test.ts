import { describe, expect, it } from "vitest";
import { callOf, heldCode, holdOf, monday, officeWith, smallDesk } from "./small-desk.js";
import { stores } from "./stores.js";

const second = 1000;

describe.each(stores)("wrong codes of a sender, on %s", (_, createStore) => {
  /** A desk with a hold of `a`, and somebody who tries its code. */
  async function guessing() {
    const { desk, time } = smallDesk({ offices: [officeWith({ holdMinutes: 1000 })], store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    let tries = 0;
    const guess = async () => desk.confirm({ requestId: `guess ${tries++}`, sender: "guesser", code });
    return { desk, time, code, guess };
  }

  it("are looked at five times, and then after a pause that doubles", async () => {
    const { time, guess } = await guessing();
    for (let index = 0; index < 5; index++) expect((await guess()).kind).toBe("other-sender");
    expect(await guess()).toEqual({ kind: "slowed-down", until: monday + 30 * second });
    time.now += 30 * second;
    expect((await guess()).kind).toBe("other-sender");
    expect(await guess()).toEqual({ kind: "slowed-down", until: monday + 90 * second });
  });

  it("are slowed down by an hour at most, and forgotten after a day without one", async () => {
    const { time, guess } = await guessing();
    for (let index = 0; index < 15; index++) {
      const outcome = await guess();
      if (outcome.kind === "slowed-down") time.now = outcome.until;
    }
    for (let index = 0; index < 5; index++) {
      await guess();
      const outcome = await guess();
      if (outcome.kind !== "slowed-down") throw new Error(`Expected a pause, found ${outcome.kind}.`);
      expect(outcome.until - time.now).toBeLessThanOrEqual(3600 * second);
      time.now = outcome.until;
    }
    time.now += 86_400 * second;
    for (let index = 0; index < 5; index++) expect((await guess()).kind).not.toBe("slowed-down");
  });

  it("count whether a code is unknown or another's, for every action, in one moment too", async () => {
    const { desk, code } = await guessing();
    const call = (id: string, of: string) => ({ requestId: id, sender: "guesser", code: of });
    await Promise.all([
      desk.confirm(call("1", code)),
      desk.cancel(call("2", code)),
      desk.extend(call("3", code)),
      desk.reschedule({ ...call("4", code), date: "2017-08-08" }),
      desk.confirm(call("5", "7HXW9TB6")),
    ]);
    for (const kind of [
      await desk.confirm(call("6", code)),
      await desk.cancel(call("7", "7HXW9TB6")),
      await desk.extend(call("8", code)),
      await desk.reschedule({ ...call("9", code), date: "2017-08-08" }),
    ])
      expect(kind).toMatchObject({ kind: "slowed-down" });
  });

  it("slow nobody else down, nor staff", async () => {
    const { desk, code, guess } = await guessing();
    for (let index = 0; index < 6; index++) await guess();
    expect((await desk.confirm({ requestId: "desk", by: "staff", code })).kind).toBe("confirmed");
    expect((await desk.cancel(callOf("a", "cancel", code))).kind).toBe("cancelled");
  });

  it("slow the sender's own code down as well, so that a pause tells nothing", async () => {
    const { desk, time, guess } = await guessing();
    const own = heldCode(await desk.hold({ ...holdOf("b"), sender: "guesser" }));
    for (let index = 0; index < 5; index++) await guess();
    const cancel = { requestId: "cancel", sender: "guesser", code: own };
    expect((await desk.cancel(cancel)).kind).toBe("slowed-down");
    time.now += 30 * second;
    expect((await desk.cancel(cancel)).kind).toBe("cancelled");
  });
});
