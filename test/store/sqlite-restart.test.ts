import { describe, expect, it } from "vitest";
import { openDatabase, temporaryFile } from "./open-database.js";
import { deskOn, holdOf } from "./sqlite-desk.js";

describe("a SQLite file that is closed and opened again", () => {
  it("has every booking as it was", async () => {
    const file = temporaryFile();
    const first = openDatabase(file);
    await deskOn(first).hold(holdOf("a"));
    const before = await deskOn(first).find({ officeId: "north", date: "2017-08-07" });
    first.close();

    const after = await deskOn(openDatabase(file)).find({ officeId: "north", date: "2017-08-07" });
    expect(after).toEqual(before);
    expect(after).toMatchObject([{ state: "held", people: [{ details: { name: "a" } }] }]);
  });

  it("answers a request id that it knows with the same outcome", async () => {
    const file = temporaryFile();
    const first = openDatabase(file);
    const answered = await deskOn(first).hold(holdOf("a"));
    first.close();

    const desk = deskOn(openDatabase(file));
    expect(await desk.hold(holdOf("a"))).toEqual(answered);
    expect(await desk.find({ sender: "sender a" })).toHaveLength(1);
  });
});
