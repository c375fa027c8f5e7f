import { readFileSync } from "node:fs";
import { createDesk, type Desk, defineOffices, type HoldOutcome, leastLoaded, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";

const offices = defineOffices(JSON.parse(readFileSync("examples/law/offices.json", "utf8")));
const ids = offices.map(({ id }) => id);
/** Monday, when the Monday after it opens, while Batam takes messages. */
const release = Date.parse("2017-08-07T08:00+07:00");
const date = "2017-08-14";

function openDesk(): Desk {
  return createDesk({ offices, store: memoryStore(), policy: leastLoaded, now: () => release });
}

async function placesOf(desk: Desk, officeId: string): Promise<number> {
  const [day] = await desk.availability({ officeId, from: date, days: 1 });
  return day?.kind === "open"
    ? day.slots.reduce((sum, { placesLeft }) => sum + (placesLeft.general ?? 0), 0)
    : 0;
}

function ask(desk: Desk, officeId: string, applicant: number): Promise<HoldOutcome> {
  return desk.hold({
    requestId: `${applicant}`,
    sender: `sender ${applicant}`,
    officeId,
    date,
    people: [{ key: `applicant ${applicant}`, details: {} }],
  });
}

describe("the 26 offices of August 2017", () => {
  it("are 26, each with what is documented of it or marked as assumed", () => {
    const table = readFileSync("examples/law/README.md", "utf8").matchAll(
      /^\| `([a-z-]+)` \| (.+) \| (.*)\|$/gm,
    );
    const rows = [...table].map(([, id, documented, source]) => ({ id, documented, source: source?.trim() }));
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(ids).toHaveLength(26);
    for (const { documented, source } of rows) expect(documented === "assumed").toBe(source === "");
  });

  it("give everybody a place where 400 come to each", async () => {
    const desk = openDesk();
    const asked = ids.flatMap((id, index) =>
      Array.from({ length: id === "jakarta-pusat" ? 384 : 400 }, (_, one) =>
        ask(desk, id, index * 1000 + one),
      ),
    );
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(["held"]);
    expect(kinds).toHaveLength(25 * 400 + 384);
  });

  it("answer ten requests for each place at one release, give every place, and none twice", async () => {
    const desk = openDesk();
    const busy = ids.slice(0, 10);
    const places = new Map<string, number>();
    for (const id of busy) places.set(id, await placesOf(desk, id));
    const asked = busy.flatMap((id, index) =>
      Array.from({ length: 10 * (places.get(id) ?? 0) }, (_, one) => ask(desk, id, index * 10_000 + one)),
    );
    const outcomes = await Promise.all(asked);

    const kinds = new Map<string, number>();
    for (const { kind } of outcomes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(kinds).toEqual(
      new Map([
        ["held", 384 + 9 * 408],
        ["day-full", 9 * (384 + 9 * 408)],
      ]),
    );
    for (const id of busy) {
      expect(await placesOf(desk, id)).toBe(0);
      const windows = new Map<string, number>();
      for (const { window } of await desk.find({ officeId: id, date }))
        windows.set(window, (windows.get(window) ?? 0) + 1);
      const each = id === "jakarta-pusat" ? 32 : 34;
      expect([...windows.values()]).toEqual(Array.from({ length: 12 }, () => each));
    }
  });
});
