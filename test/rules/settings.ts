import fc from "fast-check";
import type { HoldOutcome, OfficeConfig, OfficeRules } from "giliran";
import { expect } from "../../src/testing/expect.js";
import { smallOffices } from "../../src/testing/offices.js";
import { defineRule, type RuleProperty } from "../../src/testing/rules/rule-property.js";
import { below, minute } from "../../src/testing/script.js";
import { type CreateWorld, dates } from "../../src/testing/world.js";

export type Setting = "noticeMinutes" | "releaseTime" | "intakeHours" | "largestParty" | "closures";

const [monday = "", tuesday = ""] = dates;
const localTime = (date: string, time: string) => Date.parse(`${date}T${time}+07:00`);
/** From a time at which something changes. */
const around = fc.constantFrom(-30 * minute, -1, 0, 1, 30 * minute);

interface Asked {
  readonly rules?: Partial<OfficeRules>;
  readonly changes?: Partial<OfficeConfig>;
  readonly at?: number;
  readonly date?: string;
  readonly window?: string;
  readonly places?: number;
}

/** What the first who asks an office with these settings is answered. */
async function answerAt(createWorld: CreateWorld, asked: Asked): Promise<HoldOutcome | undefined> {
  const { rules = {}, changes = {}, at, date = tuesday, window, places = 1 } = asked;
  const offices = smallOffices(5, rules).slice(0, 1);
  const world = await createWorld({ offices: offices.map((one) => ({ ...one, ...changes })), desks: 1 });
  world.time.now = at ?? world.time.now;
  return world.desks[0]?.hold({
    requestId: "request",
    sender: "sender",
    officeId: "north",
    date,
    people: Array.from({ length: places }, (_, person) => ({ key: `${person}`, details: {} })),
    ...(window !== undefined && { window }),
  });
}

/** Settings that say whether something is given, as properties beside the rules; opening pools are under C1 and C2. */
export const settings: readonly RuleProperty<Setting>[] = [
  defineRule({
    rule: "noticeMinutes",
    title: "noticeMinutes: a window is given up to the last millisecond before its notice",
    given: fc.tuple(fc.constantFrom(0, 45, 1440), around),
    async holds(createWorld, [noticeMinutes, offset]) {
      const at = localTime(tuesday, "08:00") - noticeMinutes * minute + offset;
      const outcome = await answerAt(createWorld, { rules: { noticeMinutes }, at, window: "08:00" });
      expect(outcome?.kind).toBe(offset < 0 ? "held" : "outside-booking-window");
    },
  }),
  defineRule({
    rule: "releaseTime",
    title: "releaseTime: the newest date opens in that very millisecond, and who is too early is told when",
    given: fc.tuple(fc.constantFrom("00:00", "07:45", "23:30"), around),
    async holds(createWorld, [releaseTime, offset]) {
      const opensAt = localTime(monday, releaseTime);
      const outcome = await answerAt(createWorld, { rules: { releaseTime }, at: opensAt + offset });
      expect(outcome?.kind).toBe(offset < 0 ? "outside-booking-window" : "held");
      if (outcome?.kind === "outside-booking-window") expect(outcome.opensAt).toBe(opensAt);
    },
  }),
  defineRule({
    rule: "intakeHours",
    title: "intakeHours: requests are taken from their first millisecond to their last, and others told when",
    given: fc.tuple(fc.constantFrom("07:30", "10:00"), around),
    async holds(createWorld, [bound, offset]) {
      const at = localTime(monday, bound) + offset;
      const outcome = await answerAt(createWorld, { rules: { intakeHours: ["07:30-10:00"] }, at });
      const isTaken = at >= localTime(monday, "07:30") && at < localTime(monday, "10:00");
      expect(outcome?.kind).toBe(isTaken ? "held" : "outside-intake-hours");
      if (outcome?.kind === "outside-intake-hours")
        expect(outcome.opensAt).toBe(localTime(bound === "07:30" ? monday : tuesday, "07:30"));
    },
  }),
  defineRule({
    rule: "largestParty",
    title: "largestParty: no larger party is taken, whatever room there is",
    given: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    async holds(createWorld, [largestParty, places]) {
      const outcome = await answerAt(createWorld, { rules: { largestParty }, places });
      expect(outcome?.kind).toBe(places > largestParty ? "party-too-large" : "held");
      if (outcome?.kind === "party-too-large") expect(outcome.largest).toBe(largestParty);
    },
  }),
  defineRule({
    rule: "closures",
    title: "closures: nothing is given on a closed date, and the reason is told",
    given: fc.tuple(fc.subarray([...dates]), below(2)),
    async holds(createWorld, [closed, asked]) {
      const closures = Object.fromEntries(closed.map((date) => [date, `inventory of ${date}`]));
      const date = dates[asked] ?? "";
      const outcome = await answerAt(createWorld, { changes: { closures }, date });
      expect(outcome?.kind).toBe(closed.includes(date) ? "office-closed" : "held");
      if (outcome?.kind === "office-closed") expect(outcome.reason).toBe(`inventory of ${date}`);
    },
  }),
];
