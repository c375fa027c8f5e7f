import { readFileSync } from "node:fs";
import {
  createDesk,
  type Desk,
  defineOffices,
  type HoldOutcome,
  leastLoaded,
  memoryStore,
  type Office,
  type OfficesConfig,
} from "giliran";
import { describe, expect, it } from "vitest";

const config: OfficesConfig = JSON.parse(readFileSync("examples/law/offices.json", "utf8"));
const offices = defineOffices(config);
const ids = offices.map(({ id }) => id);
/** Monday, when the Monday after it opens, while Batam takes messages. */
const release = Date.parse("2017-08-07T08:00+07:00");
const date = "2017-08-14";

function openDesk(): Desk {
  const bounds = { mostWaiting: 200_000, mostWaitingPerOffice: 200_000 };
  return createDesk({ offices, store: memoryStore(), policy: leastLoaded, now: () => release, ...bounds });
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
    const windows = 12;
    const placesOf = ({ capacity }: Office) => windows * Number(capacity.general);
    const outcomes = await Promise.all(
      offices.flatMap((office, index) =>
        Array.from({ length: 10 * placesOf(office) }, (_, one) => ask(desk, office.id, index * 10_000 + one)),
      ),
    );

    const kinds = new Map<string, number>();
    for (const { kind } of outcomes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const places = offices.map(placesOf).reduce((sum, ofOffice) => sum + ofOffice);
    expect(kinds).toEqual(
      new Map([
        ["held", places],
        ["day-full", places * 9],
      ]),
    );
    for (const { id, capacity } of offices) {
      const taken = new Map<string, number>();
      for (const { window } of await desk.find({ officeId: id, date }))
        taken.set(window, (taken.get(window) ?? 0) + 1);
      expect([...taken.values()]).toEqual(Array.from({ length: windows }, () => capacity.general));
    }
  });
});
