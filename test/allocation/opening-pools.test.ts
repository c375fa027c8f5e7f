import { createDesk, defineOffice, memoryStore } from "giliran";
import { expect, it } from "vitest";

const office = defineOffice({
  id: "north",
  name: "North",
  timeZone: "Asia/Jakarta",
  hours: { mon: ["08:00-10:00"] },
  slotMinutes: 60,
  capacity: { general: 1, priority: { places: 2, opensTo: "general", minutesBefore: 30 } },
});

function openDesk() {
  const time = { now: Date.parse("2017-08-07T07:29:59.999+07:00") };
  const desk = createDesk({ offices: [office], store: memoryStore(), now: () => time.now });
  let calls = 0;
  /** The window and pool that somebody new is given, or why not. */
  async function hold(pool: string, name = `person ${calls}`, size = 1) {
    const people = Array.from({ length: size }, (_, index) => ({ key: `${name} ${index}`, details: {} }));
    const asked = { officeId: "north", date: "2017-08-07", pool, people };
    const outcome = await desk.hold({ requestId: String(calls++), sender: name, ...asked });
    return outcome.kind === "held" ? `${outcome.booking.window} ${outcome.booking.pool}` : outcome.kind;
  }
  return { desk, time, hold };
}

it("a pool opens to another so many minutes before the window, and the booking keeps the pool it took", async () => {
  const { desk, time, hold } = openDesk();
  expect([await hold("general"), await hold("general"), await hold("general")]).toEqual([
    "08:00 general",
    "09:00 general",
    "pool-full",
  ]);
  time.now += 1; // 07:30
  expect([await hold("general"), await hold("general"), await hold("general")]).toEqual([
    "08:00 priority",
    "08:00 priority",
    "pool-full",
  ]);
  expect([await hold("priority"), await hold("priority"), await hold("priority")]).toEqual([
    "09:00 priority",
    "09:00 priority",
    "day-full",
  ]);
  expect(await desk.availability({ officeId: "north", from: "2017-08-07", days: 1 })).toMatchObject([
    { slots: [{ placesLeft: { general: 0, priority: 0 } }, { placesLeft: { general: 0, priority: 0 } }] },
  ]);
});

it("opens in one direction only", async () => {
  const { time, hold } = openDesk();
  time.now += 1;
  for (let taken = 0; taken < 4; taken++) await hold("priority");
  expect(await hold("priority")).toBe("pool-full");
});

it("a pool's own places come first", async () => {
  const { time, hold } = openDesk();
  time.now += 1;
  expect([await hold("general"), await hold("general")]).toEqual(["08:00 general", "08:00 priority"]);
});

it("who asks the same again keeps a place that was taken from an opened pool", async () => {
  const { time, hold } = openDesk();
  time.now += 1;
  await hold("general");
  expect(await hold("general", "ani")).toBe("08:00 priority");
  expect(await hold("general", "ani")).toBe("already-held");
});

it("a party larger than its own pool waits for the other to open, and one larger than both is too large", async () => {
  const { time, hold } = openDesk();
  expect(await hold("general", "couple", 2)).toBe("pool-full");
  time.now += 1;
  expect(await hold("general", "couple", 2)).toBe("08:00 priority");
  expect(await hold("general", "family", 3)).toBe("party-too-large");
});
