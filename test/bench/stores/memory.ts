import { memoryStore } from "giliran";
import { createBenchDesk, detailsOf, hold, holdAndConfirm, placeOf } from "./bench-desk.js";
import { compare, type Side } from "./sides.js";

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

/**
 * As many maps as a hold stands in: bookings, answers, of a day, of an office, live by person and by sender, due.
 */
const bareMaps: Side = {
  name: "bare insertions into 11 maps",
  calls: 20_000,
  async prepare() {
    const maps = Array.from({ length: 11 }, () => new Map<string, object>());
    return async (call) => {
      const details = detailsOf(call);
      for (const [index, map] of maps.entries()) map.set(`${index} ${call}`, details);
    };
  },
};

/** Both with a desk of so many bookings: what is measured comes on top. */
function holdsAt(bookings: number, calls: number): Side {
  let desk: ReturnType<typeof createBenchDesk> | undefined;
  let made = 0;
  return {
    name: `a hold at ${bookings.toLocaleString("en")} bookings`,
    calls,
    async prepare() {
      const used = desk ?? createBenchDesk(memoryStore());
      desk = used;
      while (made < bookings) {
        const from = made;
        made += 500;
        await Promise.all(
          Array.from({ length: 500 }, (_, index) => hold(used, from + index, placeOf(from + index))),
        );
      }
      return () => hold(used, made, placeOf(made++));
    },
  };
}

export async function benchMemory(): Promise<void> {
  await compare("Memory, one hot day", 512, [ours(20_000), bareMaps]);
  await compare("Memory, one hot day, hold and confirm", 512, [
    ours(10_000, async (desk, call) => {
      await holdAndConfirm(desk, call);
      return "confirmed";
    }),
    bareMaps,
  ]);
  await compare("Memory, many days", 512, [holdsAt(200_000, 4000), holdsAt(10_000, 4000)]);
}
