import {
  createDesk,
  type Desk,
  type DeskSettings,
  defineOffice,
  type HoldCall,
  type HoldOutcome,
  memoryStore,
  type OfficeConfig,
} from "giliran";

/** Monday, 06:00 in Jakarta. */
export const monday: number = Date.parse("2017-08-07T06:00+07:00");

/** One window a day of two places, and a desk on it whose time the test moves. */
export function smallDesk(settings: Partial<DeskSettings> = {}): {
  readonly desk: Desk;
  readonly time: { now: number };
} {
  const time = { now: monday };
  const offices = [defineOffice(smallOffice("north"))];
  const desk = createDesk({ offices, store: memoryStore(), now: () => time.now, ...settings });
  return { desk, time };
}

export function smallOffice(id: string, changes: Partial<OfficeConfig> = {}): OfficeConfig {
  const day = ["08:00-09:00"];
  return {
    id,
    name: id,
    timeZone: "Asia/Jakarta",
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
    slotMinutes: 60,
    capacity: 2,
    rules: { opensDaysBefore: 4 },
    ...changes,
  };
}

/** A hold by a person and sender of that name for the coming Monday. */
export function holdOf(name: string): HoldCall & { readonly sender: string } {
  return {
    requestId: `hold ${name}`,
    sender: `sender ${name}`,
    officeId: "north",
    date: "2017-08-07",
    people: [{ key: `person ${name}`, details: {} }],
  };
}

export function heldCode(outcome: HoldOutcome): string {
  if (outcome.kind !== "held") throw new Error(`Expected a hold, found ${outcome.kind}.`);
  return outcome.booking.code;
}
