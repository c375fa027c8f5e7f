import { createDesk, defineOffice, memoryStore, type Policy } from "giliran";
import { deskAllocator, smallOffices, surgeRules } from "giliran/testing";
import { describe, it } from "vitest";

const latestFirst: Policy = (_request, slots) => slots.toSorted((a, b) => b.start - a.start);

/** An empty day, each time. */
function openDay() {
  const offices = smallOffices(3, { bookingsPerSender: 1000 }).map(defineOffice);
  const now = () => Date.parse("2017-08-07T06:00+07:00");
  const desk = createDesk({ offices, store: memoryStore(), policy: latestFirst, now });
  return deskAllocator({ desk, officeId: "north", date: "2017-08-07", preference: ["09:00", "08:00"] });
}

describe("my policy", () => {
  for (const { title, check } of surgeRules) it(title, () => check(openDay, { numRuns: 10 }));
});
