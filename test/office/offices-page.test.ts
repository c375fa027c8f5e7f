import { readFileSync } from "node:fs";
import { createDesk, defineOffices, memoryStore } from "giliran";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { weekTable } from "../../examples/law/week-table.js";

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

  it("shows the program that prints a week", () => {
    expect(page).toContain(readFileSync("examples/law/week-table.ts", "utf8"));
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
        "| 08:00 | 2 of 2 | 1 of 2 | 2 of 2 | Hari Kemerdekaan | 2 of 2 | closed |  |",
        "| 09:00 | 2 of 2 | 2 of 2 | – | Hari Kemerdekaan | 2 of 2 | closed |  |",
      ].join("\n"),
    );
  });
});
