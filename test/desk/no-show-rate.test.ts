import { describe, expect, it } from "vitest";
import { book, holdOf, officeWith, smallDesk } from "./small-desk.js";
import { stores } from "./stores.js";

const day = 86_400_000;
const query = { officeId: "north", date: "2017-08-07", until: "2017-08-09" };

describe.each(stores)("desk.noShowRate, on %s", (_, createStore) => {
  it("counts people of visits that are over, and of them who did not come", async () => {
    const { desk, time } = smallDesk({ store: createStore(), offices: [officeWith({}, { capacity: 5 })] });
    expect(await desk.noShowRate(query)).toEqual({ people: 0, absent: 0 });
    const two = ["c", "d"].map((name) => ({ key: `person ${name}`, details: {} }));
    await book(desk, "a");
    const absent = await book(desk, "b", { people: two });
    await book(desk, "e", { date: "2017-08-08" });
    await desk.hold(holdOf("f"));
    time.now += day;
    await desk.markAbsent({ code: absent });
    expect(await desk.noShowRate(query)).toEqual({ people: 3, absent: 2, rate: 2 / 3 });
    time.now += day;
    expect(await desk.noShowRate(query)).toEqual({ people: 4, absent: 2, rate: 0.5 });
    expect(await desk.noShowRate({ ...query, until: "2017-08-07" })).toMatchObject({ people: 3 });
  });

  it("refuses dates that are none, and too many of them", async () => {
    const { desk } = smallDesk({ store: createStore() });
    await expect(desk.noShowRate({ ...query, date: "yesterday" })).rejects.toThrow("Expected a date");
    await expect(desk.noShowRate({ ...query, until: "2019-08-09" })).rejects.toThrow("366 of them at most");
    await expect(desk.noShowRate({ ...query, officeId: "south" })).rejects.toThrow("Expected an office");
  });
});
