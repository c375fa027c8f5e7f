import { memoryStore } from "giliran";
import { createBenchDesk, detailsOf, hold, holdAndConfirm, placeOf } from "./bench-desk.js";
import { compare, type Side } from "./sides.js";
import { usedHeap } from "./used-heap.js";

function ours(calls: number, make = hold): Side {
  return {
    name: "giliran",
    calls,
    async prepare() {
      const desk = createBenchDesk(memoryStore());
      return (call) => make(desk, call);
    },
  };
}

/** As many maps as a hold stands in: bookings, answers, of its day, live by person and by sender, due. */
const bareMaps: Side = {
  name: "bare insertions into 6 maps",
  calls: 20_000,
  async prepare() {
    const maps = Array.from({ length: 6 }, () => new Map<string, object>());
    return async (call) => {
      const details = detailsOf(call);
      for (const [index, map] of maps.entries()) map.set(`${index} ${call}`, details);
    };
  },
};

/** A desk that has so many bookings; what is made later comes on top. */
async function fill(bookings: number): Promise<ReturnType<typeof createBenchDesk>> {
  const desk = createBenchDesk(memoryStore());
  for (let made = 0; made < bookings; made += 500)
    await Promise.all(
      Array.from({ length: 500 }, (_, index) => hold(desk, made + index, placeOf(made + index))),
    );
  return desk;
}

function holdsAt(bookings: number, calls: number): Side {
  let filled: ReturnType<typeof fill> | undefined;
  let made = bookings;
  return {
    name: `a hold at ${bookings.toLocaleString("en")} bookings`,
    calls,
    async prepare() {
      filled ??= fill(bookings);
      const desk = await filled;
      return () => hold(desk, made, placeOf(made++));
    },
  };
}

/** With what they are about, as a program that keeps them has it: names, texts and numbers of its own. */
async function printBytes(bookings: number): Promise<void> {
  const before = usedHeap();
  const desk = await fill(bookings);
  const details = JSON.stringify(detailsOf(bookings)).length;
  const each = Math.round((usedHeap() - before) / bookings);
  console.log(`\nMemory: ${each} bytes a booking, with details of ${details} characters`);
  await desk.find({ code: "" });
}

export async function benchMemory(): Promise<void> {
  await printBytes(100_000);
  await compare("Memory, one hot day", 512, [ours(20_000), bareMaps]);
  await compare("Memory, one hot day, hold and confirm", 512, [
    ours(10_000, async (desk, call) => {
      await holdAndConfirm(desk, call);
      return "confirmed";
    }),
    bareMaps,
  ]);
  await compare("Memory, many days", 512, [holdsAt(1_000_000, 4000), holdsAt(10_000, 4000)]);
}
