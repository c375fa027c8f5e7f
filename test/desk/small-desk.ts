import {
  type CodeCall,
  createDesk,
  type Desk,
  type DeskSettings,
  defineOffice,
  type HoldCall,
  type HoldOutcome,
  memoryStore,
  type Office,
  type OfficeConfig,
  type OfficeRules,
} from "giliran";

/** Monday, 06:00 in Jakarta. */
export const monday: number = Date.parse("2017-08-07T06:00+07:00");

/** One window a day of two places, and a desk on it whose time the test moves: no other clock may differ. */
export function smallDesk(settings: Partial<DeskSettings> = {}): {
  readonly desk: Desk;
  readonly time: { now: number };
} {
  const time = { now: monday };
  const offices = [defineOffice(smallOffice("north"))];
  const secret = "the secret of these tests";
  const now = () => time.now;
  const desk = createDesk({ offices, store: memoryStore(), secret, now, clockToleranceMs: 0, ...settings });
  return { desk, time };
}

/** The small office with other rules. */
export function officeWith(rules: Partial<OfficeRules>, changes: Partial<OfficeConfig> = {}): Office {
  return defineOffice(
    smallOffice("north", { rules: { opensDaysBefore: 4, quietHours: "22:00-05:00", ...rules }, ...changes }),
  );
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
    rules: { opensDaysBefore: 4, quietHours: "22:00-05:00" },
    ...changes,
  };
}

/** Two windows on Monday and Tuesday, of one place each. */
export const twoWindows: Partial<OfficeConfig> = {
  hours: { mon: ["08:00-10:00"], tue: ["08:00-10:00"] },
  capacity: 1,
};

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

/** What the sender of that name asks about a code. */
export function callOf(name: string, action: string, code: string): CodeCall {
  return { requestId: `${action} ${name} ${code}`, sender: `sender ${name}`, code };
}

/** Holds a place for somebody and confirms it. */
export async function book(desk: Desk, name: string, changes: Partial<HoldCall> = {}): Promise<string> {
  const code = heldCode(await desk.hold({ ...holdOf(name), ...changes }));
  const outcome = await desk.confirm(callOf(name, "confirm", code));
  if (outcome.kind !== "confirmed") throw new Error(`Expected a ticket, found ${outcome.kind}.`);
  return code;
}

/** Puts somebody on the waiting list. */
export async function wait(desk: Desk, name: string, changes: Partial<HoldCall> = {}): Promise<string> {
  const call = { ...holdOf(name), requestId: `wait ${name} ${changes.date ?? ""}`, ...changes };
  const outcome = await desk.joinWaitingList(call);
  if (outcome.kind !== "waiting") throw new Error(`Expected to wait, found ${outcome.kind}.`);
  return outcome.booking.code;
}

export async function stateOf(desk: Desk, code: string): Promise<string | undefined> {
  return (await desk.find({ code }))[0]?.state;
}
