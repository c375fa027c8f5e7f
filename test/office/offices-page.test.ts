import { readFileSync } from "node:fs";
import { createDesk, defineOffices, memoryStore } from "giliran";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { publicHolidays } from "../../examples/law/public-holidays.js";
import { weekTable } from "../../examples/law/week-table.js";
import { bookablePlaces } from "../../src/office/overbooking.js";

const page = readFileSync("docs/offices.md", "utf8");

/** The members of an interface of `src/office`. */
function membersOf(file: string, name: string): string[] {
  const path = `src/office/${file}.ts`;
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const found = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  const members = found !== undefined && ts.isInterfaceDeclaration(found) ? [...found.members] : [];
  return members.map((member) => member.name?.getText(source) ?? "");
}

describe("docs/offices.md", () => {
  it("lists every setting that there is, and no other", () => {
    const listed = [...page.matchAll(/^\| `([\w.*]+)` \|/gm)].map(([, name]) => name);
    const settings = listed.filter((name) => name !== "earliestFirst" && name !== "leastLoaded");
    expect(settings.toSorted()).toEqual(
      [
        ...membersOf("office", "OfficeConfig"),
        ...membersOf("office", "OpeningPool").map((name) => `capacity.*.${name}`),
        ...membersOf("office", "ExceptionalDayConfig").map((name) => `days.*.${name}`),
        ...membersOf("overbooking", "Overbooking").map((name) => `overbooking.${name}`),
        ...membersOf("office", "OfficeRules").map((name) => `rules.${name}`),
      ].sort(),
    );
  });

  it.each(["public-holidays", "week-table"])("shows the program of its recipe %s", (name) => {
    expect(page).toContain(readFileSync(`examples/law/${name}.ts`, "utf8"));
  });

  it("has numbers of overbooking that are so", () => {
    const rows = [...page.matchAll(/^\| (\d+) \| (\d+) \| (\d+) \|$/gm)].map((row) =>
      row.slice(1).map(Number),
    );
    expect(rows).toHaveLength(2);
    for (const [places = 0, ...shown] of rows)
      expect(shown).toEqual(
        [0.05, 0.2].map((noShowRate) => bookablePlaces(places, { noShowRate, risk: 0.05 })),
      );
    const [, day, window, together] =
      /one window of 240 places takes (\d+) bookings, twelve\s+windows of 20 places take (\d+) each, (\d+) together/.exec(
        page,
      ) ?? [];
    expect([day, window, together].map(Number)).toEqual([286, 22, 264]);
  });

  it("has a program that closes an office on public holidays, on each day of long ones", async () => {
    expect(publicHolidays("ID", 2027)).toMatchObject({
      "2027-08-17": "Hari Ulang Tahun Kemerdekaan Republik Indonesia",
      "2027-12-25": "Hari Raya Natal",
    });
    const closures = publicHolidays("AE", 2027);
    expect(Object.keys(closures)).toEqual(
      expect.arrayContaining([
        "2027-03-09",
        "2027-03-10",
        "2027-03-11",
        "2027-05-16",
        "2027-05-17",
        "2027-05-18",
      ]),
    );
    const offices = defineOffices({
      defaults: { timeZone: "Asia/Dubai", slotMinutes: 60, capacity: 2, closures },
      offices: [{ id: "dubai", name: "Dubai", hours: { wed: ["08:00-10:00"] } }],
    });
    const now = () => Date.parse("2027-03-08T06:00+04:00");
    const desk = createDesk({ offices, store: memoryStore(), now });
    const people = [{ key: "a", details: {} }];
    const asked = { requestId: "1", sender: "a", officeId: "dubai", people };
    expect(await desk.hold({ ...asked, date: "2027-03-10" })).toMatchObject({
      kind: "office-closed",
      reason: closures["2027-03-10"],
    });
  });

  it("has a program that prints a week", async () => {
    const hours = ["08:00-10:00"];
    const offices = defineOffices({
      offices: [
        {
          id: "north",
          name: "North",
          timeZone: "Asia/Jakarta",
          hours: { mon: hours, tue: hours, wed: ["08:00-09:00"], thu: hours, fri: hours },
          slotMinutes: 60,
          capacity: 2,
          closures: { "2017-08-17": "Hari Kemerdekaan" },
          rules: { opensDaysBefore: 5 },
        },
      ],
    });
    const now = () => Date.parse("2017-08-14T06:00+07:00");
    const desk = createDesk({ offices, store: memoryStore(), now });
    const people = [{ key: "a", details: {} }];
    await desk.hold({ requestId: "1", sender: "a", officeId: "north", date: "2017-08-15", people });
    expect(await weekTable(desk, "north", "2017-08-14")).toBe(
      [
        "|  | 2017-08-14 | 2017-08-15 | 2017-08-16 | 2017-08-17 | 2017-08-18 | 2017-08-19 | 2017-08-20 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        "| 08:00 | 2 left | 1 left | 2 left | Hari Kemerdekaan | 2 left | closed |  |",
        "| 09:00 | 2 left | 2 left | – | Hari Kemerdekaan | 2 left | closed |  |",
      ].join("\n"),
    );
  });
});
