import { createChat, defineOffice, english, InvalidConfigError } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat } from "../chat/play-transcript.js";
import { openMemory, openSqlite } from "../rules/stores.js";
import { expectNotOversold } from "../store/older-offices.js";
import { book, holdOf, monday, officeWith, smallDesk, smallOffice, stateOf, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const north = officeWith({ longestWaitingList: 5 });
const south = defineOffice(smallOffice("south"));

describe.each(stores)("desk.changeOffices, on %s", (_, createStore) => {
  const open = () => smallDesk({ store: createStore(), offices: [north, south] });

  it("decides by the new offices, and answers the conflicts that they make", async () => {
    const { desk } = open();
    const code = await book(desk, "a");
    const closed = defineOffice(smallOffice("north", { closures: { "2017-08-07": "a holiday" } }));
    const conflicts = await desk.changeOffices([closed, south]);
    expect(conflicts.map(({ booking, reason }) => [booking.code, reason])).toEqual([[code, "office-closed"]]);
    expect(desk.offices).toEqual([closed, south]);
    expect(await desk.hold(holdOf("b"))).toMatchObject({ kind: "office-closed", reason: "a holiday" });
    expect(await desk.changeOffices([north, south])).toEqual([]);
    expect((await desk.hold(holdOf("b"))).kind).toBe("held");
  });

  it("decides by the new offices what was asked before", async () => {
    const { desk } = open();
    const asked = ["a", "b", "c"].map((name) => desk.hold(holdOf(name)));
    const changing = desk.changeOffices([officeWith({}, { capacity: 1 }), south]);
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind).sort();
    expect(kinds.filter((kind) => kind === "held").length + (await changing).length).toBeLessThanOrEqual(3);
    expect((await desk.hold(holdOf("d"))).kind).toBe("day-full");
  });

  it("offers what there is more of to who waits, with the next sweep", async () => {
    const { desk } = open();
    await book(desk, "a");
    await book(desk, "b");
    const waiting = await wait(desk, "c");
    await desk.sweep();
    expect(await stateOf(desk, waiting)).toBe("waiting");
    await desk.changeOffices([officeWith({ longestWaitingList: 5 }, { capacity: 3 }), south]);
    await desk.sweep();
    expect(await stateOf(desk, waiting)).toBe("held");
  });

  it("takes an office that is new, and refuses where one is missing, before anything changes", async () => {
    const { desk } = open();
    const west = defineOffice(smallOffice("west"));
    await desk.changeOffices([north, south, west]);
    expect((await desk.hold({ ...holdOf("w"), officeId: "west" })).kind).toBe("held");
    const missing = desk.changeOffices([north, west]);
    await expect(missing).rejects.toThrow(InvalidConfigError);
    await expect(missing).rejects.toThrow(
      'offices: expected the office "south" too; one that leaves is kept with closed: true',
    );
    await expect(desk.changeOffices([])).rejects.toThrow("offices: expected at least one office");
    await expect(desk.changeOffices([{ ...north }] as never)).rejects.toThrow(
      "offices[0]: expected an office",
    );
    expect(desk.offices).toEqual([north, south, west]);
  });

  it("is seen by chats of the desk with their next message", async () => {
    const { desk } = smallDesk({ store: createStore(), offices: [north] });
    const chat = createChat({ desk, format: passportFormat, words: english });
    const say = (id: string) =>
      chat.receive({ channel: "web", id, sender: "1", text: "#Ahmad#20111967#08082017", at: monday });
    const named = officeWith({}, { name: "Kantor Baru" });
    await desk.changeOffices([named]);
    expect((await say("1"))[0]?.text).toContain("Kantor Baru");
  });
});

describe("two desks on one store, one of which still has the older offices", () => {
  it("give no more than there is on memory", () => expectNotOversold(openMemory));
  it("give no more than there is on SQLite", () => expectNotOversold(openSqlite));
});
