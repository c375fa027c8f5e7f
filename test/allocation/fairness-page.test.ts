import { readFileSync } from "node:fs";
import {
  createDesk,
  type Desk,
  defineOffice,
  earliestFirst,
  type HoldOutcome,
  leastLoaded,
  memoryStore,
  nearestTo,
  type Policy,
} from "giliran";
import * as testing from "giliran/testing";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/testing/rules/rules.js";
import { drawSurge } from "./draw-surge.js";

const date = "2017-08-14";
const office = defineOffice({
  id: "office",
  name: "Office",
  timeZone: "Asia/Jakarta",
  hours: { mon: ["08:00-12:00", "13:00-17:00"], tue: ["08:00-12:00"] },
  slotMinutes: 30,
  capacity: 25,
});
const sizes = [1, 1, 2, 1, 3, 1, 1, 2, 4, 1];

function openDesk(policy: Policy): Desk {
  const now = () => Date.parse("2017-08-07T08:00+07:00");
  return createDesk({ offices: [office], store: memoryStore(), policy, now });
}

function surge(desk: Desk, requests: number, sizeOf: (request: number) => number): Promise<HoldOutcome[]> {
  const calls = Array.from({ length: requests }, (_, request) => ({
    requestId: `${request}`,
    sender: `sender ${request}`,
    officeId: "office",
    date,
    people: Array.from({ length: sizeOf(request) }, (_, one) => ({ key: `${request} ${one}`, details: {} })),
  }));
  return Promise.all(calls.map((call) => desk.hold(call)));
}

async function fillDay(policy: Policy) {
  const desk = openDesk(policy);
  await surge(desk, 120, () => 1);
  const [day] = await desk.availability({ officeId: "office", from: date, days: 1 });
  return (day?.kind === "open" ? day.slots : []).map(({ window, capacity, placesLeft }) => ({
    window,
    people: (capacity.general ?? 0) - (placesLeft.general ?? 0),
    places: capacity.general ?? 0,
  }));
}

const page = readFileSync("docs/fairness.md", "utf8");
const unindented = (text: string) => text.replaceAll(/\s+/g, " ");

describe("docs/fairness.md", () => {
  it("names the test of each rule as it is", () => {
    const told = ["C1", "C2", "C4", "C7", "F1", "F2", "F3", "F4", "F6"];
    const titles = rules.filter(({ rule }) => told.includes(rule)).map(({ title }) => title);
    expect([...page.matchAll(/^Test: `(.+)`$/gm)].map(([, title]) => title)).toEqual(titles);
  });

  it("shows a test that runs, and a broken allocator as it is", () => {
    const sources = ["test/allocation/own-policy.test.ts", "src/testing/surges/broken-allocators.ts"].map(
      (path) => unindented(readFileSync(path, "utf8")),
    );
    const blocks = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => unindented(code).trim());
    expect(blocks.map((block, index) => sources[index]?.includes(block))).toEqual([true, true]);
  });

  it("lists every broken allocator, and arbitraries that there are", () => {
    const broken = [...page.matchAll(/^\| ([CF]\d) \| (.+) \|$/gm)].map(([, rule, why]) => ({ rule, why }));
    expect(broken).toEqual(testing.brokenAllocators.map(({ rule, why }) => ({ rule, why })));
    const arbitraries = [...page.matchAll(/^\| `(\w+)/gm)].map(([, name = ""]) => name);
    expect(arbitraries).toEqual(["surge", "officeConfig", "datedOffice", "zonedDay", "script"]);
    expect(Object.keys(testing)).toEqual(expect.arrayContaining(arbitraries));
  });

  it("shows what became of 5,000 requests for 400 places, and how policies spread arrivals", async () => {
    const sizeOf = (request: number) => sizes[request % sizes.length] ?? 1;
    const outcomes = await surge(openDesk(earliestFirst), 5000, sizeOf);
    const given = outcomes.map(({ kind }, request) => (kind === "held" ? sizeOf(request) : 0));
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
    expect(sum(given)).toBe(400);
    const held = given.filter((people) => people > 0).length;
    const last = given.findLastIndex((people) => people > 0) + 1;

    const requestsOfBatch = 25;
    const batches = Array.from({ length: 5000 / requestsOfBatch }, (_, index) => {
      const [from, to] = [index * requestsOfBatch, (index + 1) * requestsOfBatch];
      return {
        given: sum(given.slice(from, to)),
        asked: sum(outcomes.slice(from, to).map((_outcome, one) => sizeOf(from + one))),
      };
    });
    const picture = drawSurge({
      batches,
      requestsOfBatch,
      caption: `All 400 places went to ${held} requests, the last of them the ${last}th; all others were told of other dates.`,
      days: [
        { policy: "earliestFirst", windows: await fillDay(earliestFirst) },
        { policy: "leastLoaded", windows: await fillDay(leastLoaded) },
        { policy: 'nearestTo("14:00")', windows: await fillDay(nearestTo("14:00")) },
      ],
    });
    const refusals = outcomes.filter(({ kind }) => kind !== "held");
    for (const refused of refusals)
      expect(refused).toMatchObject({ kind: "day-full", alternatives: [{}, {}, {}] });
    await expect(picture).toMatchFileSnapshot("../../docs/fairness.svg");
  });
});
